import type { CheckDemo } from './demo-link';
import type { ErrorLog } from './error-log';
import type { MediaShelf } from './media-shelf';
import type { SourceText } from './source-text';

/** What a note is read against: its deck, its file, and the world outside. */
export interface NoteContext {
	deckId: string;
	macros: Readonly<Record<string, string>>;
	source: SourceText;
	errors: ErrorLog;
	shelf: MediaShelf;
	checkDemo: CheckDemo;
	/** The 1-based lines of the notes met so far, by id. */
	lines: Map<string, number>;
}
