/** A mistake in a deck's source, placed so that an editor can jump to it. */
export interface DeckError {
	/** Path as the learner would type it, from the folder the command was run in. */
	file: string;
	/** 1-based. */
	line: number;
	/** 1-based. */
	column: number;
	/** What is wrong, with the value found. */
	message: string;
	/** What to write instead. */
	advice: string;
	/** The note that is skipped because of it; null when the mistake is the deck's. */
	noteId: string | null;
}

/** `file:line:column: message advice`, the form compilers and editors share. */
export function formatDeckError(error: DeckError): string {
	return `${error.file}:${error.line}:${error.column}: ${error.message} ${error.advice}`;
}
