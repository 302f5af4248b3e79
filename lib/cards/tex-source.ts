import { type Formula, startOf } from './markdown-tree';
import type { SourceText } from './source-text';

/** A formula as KaTeX gets it, and the way from its offsets back to the file's. */
export interface TexSource {
	tex: string;
	/** The offset in the file that an offset of `tex` comes from. */
	fileOffset(texOffset: number): number;
}

/** A stretch of the formula handed to KaTeX; `valueStart` is where it stands in the formula as written, even if it was written differently. */
export interface TexChunk {
	tex: string;
	valueStart: number;
	/** False for what is put in place of the text as written; all of it then maps to `valueStart`. */
	asWritten: boolean;
}

/** Joins chunks into one formula that remembers where each came from. */
export function joinTex(chunks: readonly TexChunk[], toFile: (valueOffset: number) => number): TexSource {
	const tex = chunks.map((chunk) => chunk.tex).join('');
	return {
		tex,
		fileOffset(texOffset) {
			let start = 0;
			for (const chunk of chunks) {
				const within = chunk.asWritten ? Math.max(0, texOffset - start) : 0;
				if (texOffset < start + chunk.tex.length) return toFile(chunk.valueStart + within);
				start += chunk.tex.length;
			}
			const last = chunks.at(-1);
			return toFile(last ? last.valueStart + (last.asWritten ? last.tex.length : 0) : 0);
		},
	};
}

/** The way from offsets of a formula's value to offsets of the file, line by line: prefixes of quotes and lists are not in the value. */
export function formulaOffsets(node: Formula, source: SourceText): (valueOffset: number) => number {
	const start = startOf(node);
	const fenced = node.type === 'math';
	const first = source.place(start).line + (fenced ? 1 : 0);
	const lines = node.value.split('\n');
	const starts = lines.map((line, index) => {
		const lineStart = source.lineStart(first + index);
		const from = index === 0 && !fenced ? start + fenceLength(source.text, start) : lineStart;
		const found = source.text.slice(from, source.lineStart(first + index + 1)).indexOf(line);
		return from + Math.max(0, found);
	});
	return (valueOffset) => {
		let rest = valueOffset;
		for (const [index, line] of lines.entries()) {
			if (rest <= line.length || index === lines.length - 1)
				return (starts[index] ?? start) + Math.min(rest, line.length);
			rest -= line.length + 1;
		}
		return start;
	};
}

/** True for mathematics between `$$`, whether on lines of their own or within one. */
export function isDisplay(node: Formula, source: SourceText): boolean {
	return node.type === 'math' || source.text.startsWith('$$', startOf(node));
}

function fenceLength(text: string, start: number): number {
	return /^\$+/.exec(text.slice(start, start + 8))?.[0].length ?? 0;
}
