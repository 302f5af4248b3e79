import type { DeckError } from './deck-error';
import type { SourceText } from './source-text';

/** Records one mistake at an offset of the file: what is wrong, and what to write instead. */
export type Report = (offset: number, message: string, advice: string) => void;

/** Collects the mistakes of one file, each once. */
export class ErrorLog {
	readonly #file: string;
	readonly #source: SourceText;
	readonly #errors = new Map<string, DeckError>();

	/** `file` is the path as errors show it. */
	constructor(file: string, source: SourceText) {
		this.#file = file;
		this.#source = source;
	}

	/** Records a mistake; the same message at the same place counts once. */
	add(offset: number, message: string, advice: string, noteId: string | null = null): void {
		const { line, column } = this.#source.place(offset);
		const key = `${line}:${column}:${message}`;
		if (this.#errors.has(key)) return;
		this.#errors.set(key, { file: this.#file, line, column, message, advice, noteId });
	}

	/** All mistakes in the order of the file. */
	sorted(): DeckError[] {
		return [...this.#errors.values()].sort((a, b) => a.line - b.line || a.column - b.column);
	}
}
