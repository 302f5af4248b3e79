/** Stands for each character that is hidden: of private use, so in nobody's text. */
export const HIDDEN = '\uE001';

/** Lines, and which of them are fenced code, with its fences. */
export function fencedLines(lines: readonly string[]): boolean[] {
	let fence: string | null = null;
	return lines.map((line) => {
		const [, run] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? [];
		if (fence !== null) {
			if (run?.startsWith(fence) && line.trim() === run) fence = null;
			return true;
		}
		if (run === undefined || (run.startsWith('`') && line.trim().slice(run.length).includes('`'))) return false;
		fence = run;
		return true;
	});
}

/** Source with what must not be read as notation (code, and mathematics if asked) hidden: offsets and lines stay. */
export function maskCode(text: string, mathematics: boolean): string {
	const lines = text.split('\n');
	const fenced = fencedLines(lines);
	const code = lines.map((line, index) => (fenced[index] ? hide(line) : maskInline(line))).join('\n');
	if (!mathematics) return code;
	return code.replace(/\$\$[^$]+\$\$/g, hide).replace(/(?<!\\)\$(?!\s)[^$\n]+(?<![\s\\])\$/g, hide);
}

function hide(part: string): string {
	return part.replace(/[^\n]/g, HIDDEN);
}

// A run of backticks ends at the next run of its length; one that has none is text.
function maskInline(line: string): string {
	const runs = [...line.matchAll(/`+/g)].map(({ 0: run, index }) => ({ index, length: run.length }));
	const next = new Map<number, number>();
	const ends = new Array<number>(runs.length).fill(-1);
	for (let at = runs.length - 1; at >= 0; at--) {
		const length = runs[at]?.length ?? 0;
		ends[at] = next.get(length) ?? -1;
		next.set(length, at);
	}
	let masked = '';
	let from = 0;
	for (let at = 0; at < runs.length; at++) {
		const [open, close] = [runs[at], runs[ends[at] ?? -1]];
		if (!open || !close) continue;
		masked += line.slice(from, open.index) + hide(line.slice(open.index, close.index + close.length));
		from = close.index + close.length;
		at = ends[at] ?? at;
	}
	return masked + line.slice(from);
}
