import type { TexSource } from './tex-source';

/** What KaTeX says against a formula, at an offset of the file. */
export interface TexProblem {
	offset: number;
	message: string;
	advice: string;
}

/** Puts an error that KaTeX threw into words and finds its place in the file. */
export function texProblem(cause: unknown, formula: TexSource): TexProblem {
	const raw = textOf(cause, 'rawMessage') ?? (cause instanceof RangeError ? 'it is nested too deeply' : String(cause));
	return { offset: formula.fileOffset(position(cause, raw, formula.tex)), ...inWords(raw) };
}

function inWords(raw: string): { message: string; advice: string } {
	const unknown = /^Undefined control sequence: (.+)$/s.exec(raw)?.[1];
	if (unknown) {
		return {
			message: `Unknown TeX command ${unknown}.`,
			advice: 'Define it under macros in the front matter, or use one that KaTeX knows.',
		};
	}
	if (raw.startsWith('Too many expansions')) {
		return { message: 'This TeX expands without end.', advice: 'Write macros that do not call themselves.' };
	}
	const strict = /strict mode is set to 'error': (.*) \[(\w+)\]$/s.exec(raw);
	if (strict) {
		const advice =
			strict[2] === 'unicodeTextInMathMode' ? 'Put words into \\text{...}.' : 'Write what LaTeX accepts as well.';
		return { message: `LaTeX would refuse this TeX: ${strict[1]}.`, advice };
	}
	if (raw.includes("got '&'")) {
		return {
			message: 'An & stands outside a table of formulas.',
			advice: 'Put it into \\begin{aligned} ... \\end{aligned}, and never inside a deletion.',
		};
	}
	return {
		message: `KaTeX cannot read this TeX: ${raw.replace(/[.\s]+$/, '')}.`,
		advice: 'Correct it; each { needs its } and each \\begin its \\end.',
	};
}

// Inside a macro the position is the macro's: the command is then looked for in the formula, else its start is named.
function position(cause: unknown, raw: string, tex: string): number {
	const at = (cause as { position?: unknown } | null)?.position;
	const context = / at (?:position \d+|end of input): (.*)$/s.exec(
		(textOf(cause, 'message') ?? '').replaceAll('\u0332', ''),
	)?.[1];
	const excerpt = context?.replace(/^…|…$/g, '');
	if (typeof at === 'number' && excerpt !== undefined && tex.startsWith(excerpt, Math.max(0, at - 15))) return at;
	const command = /^Undefined control sequence: (.+)$/s.exec(raw)?.[1];
	return command ? Math.max(0, tex.indexOf(command)) : 0;
}

function textOf(value: unknown, key: 'message' | 'rawMessage'): string | null {
	if (typeof value !== 'object' || value === null) return null;
	const text = (value as Record<string, unknown>)[key];
	return typeof text === 'string' ? text : null;
}
