/** A stretch of text or something that a deletion takes whole; `source` says which input piece it is from, `start` where in its text. */
export type Piece<T> =
	| { type: 'text'; value: string; source: number; start: number }
	| { type: 'whole'; node: T; source: number };

/** A cloze deletion `{{c1::text::hint}}`, its opening braces at `start` of the input piece `source`. */
export interface Deletion<T> {
	type: 'deletion';
	number: number;
	content: Piece<T>[];
	/** Null when none is written. */
	hint: Piece<T>[] | null;
	source: number;
	start: number;
}

/** What is wrong with a deletion, at `start` of the input piece `source`. */
export interface DeletionMistake {
	source: number;
	start: number;
	message: string;
	advice: string;
}

interface ScanOptions {
	/** In TeX a backslash takes the next character out of the count of braces. */
	tex: boolean;
	/** True where an opening was escaped in the file. */
	isLiteral?: (source: number, start: number) => boolean;
}

/** What to say of a deletion within a deletion. */
export const NESTED = {
	message: 'A deletion stands inside another.',
	advice: 'Close the first with }} before the second starts.',
};

const FORM = 'Write {{c1::text}} or {{c1::text::hint}}';

/** Finds the deletions in a row of text and whole pieces; braces inside a deletion balance, and it ends at the `}}` that is left over. */
export function scanDeletions<T>(
	inputs: readonly (string | { node: T })[],
	options: ScanOptions,
): { parts: (Piece<T> | Deletion<T>)[]; mistakes: DeletionMistake[] } {
	const parts: (Piece<T> | Deletion<T>)[] = [];
	const mistakes: DeletionMistake[] = [];
	let open: Deletion<T> | null = null;
	let depth = 0;

	const put = (piece: Piece<T>) => {
		if (piece.type === 'text' && piece.value === '') return;
		if (open) (open.hint ?? open.content).push(piece);
		else parts.push(piece);
	};

	inputs.forEach((input, source) => {
		if (typeof input !== 'string') {
			put({ type: 'whole', node: input.node, source });
			return;
		}
		let from = 0;
		const flush = (to: number) => put({ type: 'text', value: input.slice(from, to), source, start: from });
		for (let at = 0; at < input.length; at++) {
			const char = input[at];
			if (options.tex && char === '\\') {
				at++;
			} else if (char === '{' && isOpening(input, at) && !options.isLiteral?.(source, at)) {
				const opening = /^\{\{c([1-9]\d?)::/.exec(input.slice(at, at + 8));
				if (!opening) {
					mistakes.push({
						source,
						start: at,
						message: 'This deletion is not numbered as one.',
						advice: `${FORM}, with numbers from 1 to 99.`,
					});
					depth += open ? 1 : 0;
				} else if (open) {
					mistakes.push({ source, start: at, ...NESTED });
					depth += 2;
					at += opening[0].length - 1;
				} else {
					flush(at);
					open = { type: 'deletion', number: Number(opening[1]), content: [], hint: null, source, start: at };
					depth = 0;
					at += opening[0].length - 1;
					from = at + 1;
				}
			} else if (!open) {
				// Braces outside deletions are nobody's business here.
			} else if (char === '{') {
				depth++;
			} else if (char === '}' && depth > 0) {
				depth--;
			} else if (char === '}' && input[at + 1] === '}') {
				flush(at);
				if (isBlank(open.content))
					mistakes.push({
						source: open.source,
						start: open.start,
						message: 'This deletion is empty.',
						advice: `${FORM}.`,
					});
				parts.push(open);
				open = null;
				at++;
				from = at + 1;
			} else if (char === ':' && input[at + 1] === ':' && depth === 0 && !open.hint) {
				flush(at);
				open.hint = [];
				at++;
				from = at + 1;
			}
		}
		flush(input.length);
	});

	const left = open as Deletion<T> | null;
	if (left) {
		mistakes.push({
			source: left.source,
			start: left.start,
			message: 'This deletion is never closed.',
			advice: 'End it with }} in the same paragraph or formula, and balance the braces inside it.',
		});
		parts.push(left);
	}
	return { parts, mistakes };
}

function isOpening(text: string, at: number): boolean {
	return text[at + 1] === '{' && /^\{\{(?:\s?[cC]?\d*\s?::|[cC]\d+:)/.test(text.slice(at, at + 24));
}

function isBlank<T>(pieces: Piece<T>[]): boolean {
	return pieces.every((piece) => piece.type === 'text' && piece.value.trim() === '');
}
