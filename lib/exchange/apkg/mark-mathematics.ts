import type { Element, ElementContent, Root, RootContent } from 'hast';

const MARKS = [
	{ open: '\\(', close: '\\)', display: false, latex: false },
	{ open: '\\[', close: '\\]', display: true, latex: false },
	{ open: '[$]', close: '[/$]', display: false, latex: false },
	{ open: '[$$]', close: '[/$$]', display: true, latex: false },
	{ open: '[latex]', close: '[/latex]', display: true, latex: true },
] as const;

type Mark = (typeof MARKS)[number];

/** The element that stands for a formula: its TeX is its only text. */
export const MATH_ELEMENT = 'x-math';

/** Puts an element in place of each formula of Anki's (`\( \)`, `\[ \]`, `[$]`, `[$$]`, `[latex]`), in place; breaks in one count as spaces. */
export function markMathematics(parent: Root | Element): void {
	if (parent.type === 'element' && (parent.tagName === 'code' || parent.tagName === 'pre')) return;
	const children: RootContent[] = [];
	let run: RootContent[] = [];
	const flush = () => {
		children.push(...markRun(run));
		run = [];
	};
	for (const child of parent.children) {
		if (child.type === 'text' || (child.type === 'element' && child.tagName === 'br')) {
			run.push(child);
			continue;
		}
		flush();
		if (child.type === 'element') markMathematics(child);
		children.push(child);
	}
	flush();
	parent.children = children as ElementContent[];
}

function markRun(run: RootContent[]): RootContent[] {
	// a character that no HTML can hold stands for each break
	const text = run.map((node) => (node.type === 'text' ? node.value : '\0')).join('');
	const nodes: RootContent[] = [];
	const plain = (words: string) => {
		for (const [index, part] of words.split('\0').entries()) {
			if (index > 0) nodes.push({ type: 'element', tagName: 'br', properties: {}, children: [] });
			if (part !== '') nodes.push({ type: 'text', value: part });
		}
	};
	const never = new Set<string>();
	let from = 0;
	for (;;) {
		const found = nextFormula(text, from, never);
		if (!found) break;
		plain(text.slice(from, found.start));
		nodes.push(...formula(text.slice(found.start + found.mark.open.length, found.end), found.mark));
		from = found.end + found.mark.close.length;
	}
	plain(text.slice(from));
	return nodes;
}

function nextFormula(
	text: string,
	from: number,
	never: Set<string>,
): { start: number; end: number; mark: Mark } | null {
	let first: { start: number; end: number; mark: Mark } | null = null;
	for (const mark of MARKS) {
		if (never.has(mark.open)) continue;
		const start = text.indexOf(mark.open, from);
		const end = start < 0 ? -1 : text.indexOf(mark.close, start + mark.open.length);
		// without an end here there is none further on either: looked for once
		if (end < 0) never.add(mark.open);
		else if (!first || start < first.start) first = { start, end, mark };
	}
	return first;
}

function formula(written: string, mark: Mark): RootContent[] {
	const tex = written.replaceAll('\0', ' ').replace(/\s+/g, ' ').trim();
	if (!mark.latex) return tex === '' ? [] : [math(tex, mark.display)];
	const whole =
		/^(?:\$\$(?<display>[^$]+)\$\$|\$(?<inline>[^$]+)\$|\\\[(?<bracket>.+)\\\]|\\begin\{(?:displaymath|equation\*?)\}(?<environment>.+)\\end\{(?:displaymath|equation\*?)\})$/.exec(
			tex,
		)?.groups;
	if (whole?.['inline']) return [math(whole['inline'].trim(), false)];
	const display = whole?.['display'] ?? whole?.['bracket'] ?? whole?.['environment'];
	if (display) return [math(display.trim(), true)];
	const aligned = /^\\begin\{(?:align|eqnarray|gather)\*?\}(.+)\\end\{(?:align|eqnarray|gather)\*?\}$/.exec(tex)?.[1];
	if (aligned) return [math(`\\begin{aligned}${aligned}\\end{aligned}`, true)];
	// text with formulas in it
	return tex.split(/(\$[^$]+\$)/).flatMap((part): RootContent[] => {
		if (/^\$[^$]+\$$/.test(part)) return [math(part.slice(1, -1).trim(), false)];
		return part === '' ? [] : [{ type: 'text', value: part }];
	});
}

function math(tex: string, display: boolean): Element {
	return {
		type: 'element',
		tagName: MATH_ELEMENT,
		properties: { display: display ? 'true' : 'false' },
		children: [{ type: 'text', value: tex }],
	};
}
