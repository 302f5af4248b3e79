/** A deck's text with `\n` line ends and no byte-order mark, and the way from its offsets to lines and columns. */
export class SourceText {
	readonly text: string;
	readonly #lineStarts: number[] = [0];

	/** Takes the text as read from the file; neither change moves a line or a column that an editor shows. */
	constructor(raw: string) {
		this.text = raw.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
		for (let at = this.text.indexOf('\n'); at >= 0; at = this.text.indexOf('\n', at + 1)) this.#lineStarts.push(at + 1);
	}

	/** The 1-based line and column (in UTF-16 units, as editors count) of an offset; offsets outside the text are moved to its ends. */
	place(offset: number): { line: number; column: number } {
		const at = Math.max(0, Math.min(offset, this.text.length));
		let low = 0;
		let high = this.#lineStarts.length - 1;
		while (low < high) {
			const middle = Math.ceil((low + high) / 2);
			if ((this.#lineStarts[middle] ?? 0) <= at) low = middle;
			else high = middle - 1;
		}
		return { line: low + 1, column: at - (this.#lineStarts[low] ?? 0) + 1 };
	}

	/** The offset at which a 1-based line starts; the end of the text for lines beyond it. */
	lineStart(line: number): number {
		return this.#lineStarts[line - 1] ?? this.text.length;
	}
}
