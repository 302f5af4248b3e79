/** A file that travels in the package; its name starts with `_`, so that readers always take it, and holds its version. */
export interface SandboxFile {
	name: string;
	bytes: Uint8Array;
}

/** What a card shows of its demo where no scripts run: the end of the run, in a picture and in numbers. */
export interface SandboxFallback {
	picture: SandboxFile & { alt: string };
	/** What was measured, and why. */
	words: string;
	table: { caption: string; columns: readonly string[]; rows: readonly (readonly string[])[] };
}

/** The demos as they travel: one script and one style without network, and what a card shows where scripts do not run. */
export interface SandboxFiles {
	script: SandboxFile;
	style: SandboxFile;
	/** Null for a demo that is not there (any more). */
	fallback(demo: { demoId: string; query: string }): SandboxFallback | null;
}
