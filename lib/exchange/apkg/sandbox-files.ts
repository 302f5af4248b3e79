/** A file that travels in the package; its name starts with `_`, so that readers always take it, and holds its version. */
export interface SandboxFile {
	name: string;
	bytes: Uint8Array;
}

/** The demos as they travel: one script and one style without network, and what a card shows where scripts do not run. */
export interface SandboxFiles {
	script: SandboxFile;
	style: SandboxFile;
	/** Null where the note's demo has no picture. */
	fallback(noteId: string): { picture: SandboxFile & { alt: string }; numbers: readonly string[] } | null;
}
