const EXPANSIONS = 2000;
const LONGEST = 100_000;

/** Arguments that a command takes after it: a macro that stands for one has to be put in braces. */
const ARGUMENTS: Record<string, number> = Object.fromEntries([
	...'sqrt hat widehat tilde widetilde bar vec dot ddot acute grave check breve mathring overline underline'
		.split(' ')
		.map((name) => [`\\${name}`, 1]),
	...'mathbf mathbb mathcal mathfrak mathsf mathtt mathrm mathit mathscr boldsymbol bm pmb text textbf textit textrm'
		.split(' ')
		.map((name) => [`\\${name}`, 1]),
	...'operatorname overbrace underbrace overrightarrow overleftarrow cancel bcancel xcancel boxed phantom'
		.split(' ')
		.map((name) => [`\\${name}`, 1]),
	...'frac dfrac tfrac cfrac binom dbinom tbinom overset underset stackrel'.split(' ').map((name) => [`\\${name}`, 2]),
]);

/**
 * TeX with a deck's macros written out, for programs that do not know them. Expands as KaTeX does, token by token, and puts an expansion into
 * braces where a command takes it for an argument. Throws a RangeError for macros that never end.
 */
export function expandMacros(tex: string, macros: Readonly<Record<string, string>>): string {
	if (!Object.keys(macros).some((name) => tex.includes(name))) return tex;
	const rest = tokens(tex).reverse();
	const out: string[] = [];
	// for each open brace, how many arguments the command before still takes
	const pending = [0];
	let expansions = 0;
	let length = 0;
	const put = (token: string) => {
		length += token.length;
		if (length > LONGEST) throw new RangeError(`The macros make more than ${LONGEST} characters of this TeX.`);
		if (/^[A-Za-z]/.test(token) && /\\[A-Za-z]+$/.test(out.at(-1) ?? '')) out.push(' ');
		out.push(token);
	};
	for (let token = rest.pop(); token !== undefined; token = rest.pop()) {
		const level = pending.length - 1;
		const asked = pending[level] ?? 0;
		if (/^\s/.test(token)) {
			put(token);
			continue;
		}
		const body = Object.hasOwn(macros, token) ? macros[token] : undefined;
		if (body !== undefined) {
			if (++expansions > EXPANSIONS) throw new RangeError(`The macro ${token} expands without end.`);
			const expanded = fill(body, rest);
			if (asked > 0) expanded.unshift('{');
			if (asked > 0) expanded.push('}');
			rest.push(...expanded.reverse());
			continue;
		}
		put(token);
		if (token === '{') {
			pending[level] = Math.max(0, asked - 1);
			pending.push(0);
		} else if (token === '}') {
			if (pending.length > 1) pending.pop();
		} else if (token === '^' || token === '_') pending[level] = 1;
		else if (token !== '[' && token !== ']') {
			const takes = ARGUMENTS[token] ?? 0;
			pending[level] = takes > 0 ? takes : Math.max(0, asked - 1);
		}
	}
	return out.join('');
}

/** A control word, a control symbol or one character each. */
function tokens(tex: string): string[] {
	return tex.match(/\\[A-Za-z]+|\\.|\s+|./gsu) ?? [];
}

function fill(body: string, rest: string[]): string[] {
	const parts = body.split(/#([1-9])/);
	const count = Math.max(0, ...parts.filter((_, index) => index % 2 === 1).map(Number));
	const taken = Array.from({ length: count }, () => takeArgument(rest));
	const filled = parts.flatMap((part, index) => (index % 2 === 1 ? (taken[Number(part) - 1] ?? []) : tokens(part)));
	return filled;
}

function takeArgument(rest: string[]): string[] {
	while (/^\s/.test(rest.at(-1) ?? '')) rest.pop();
	const first = rest.pop();
	if (first !== '{') return first === undefined ? [] : [first];
	const group: string[] = [];
	let depth = 1;
	for (let token = rest.pop(); token !== undefined; token = rest.pop()) {
		depth += token === '{' ? 1 : token === '}' ? -1 : 0;
		if (depth === 0) return group;
		group.push(token);
	}
	return group;
}
