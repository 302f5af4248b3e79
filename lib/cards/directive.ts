import { isTagName } from './tag-name';

/** What a comment of a note asks for. */
export type Directive =
	| { name: 'tags'; tags: string[] }
	| { name: 'reversed' | 'typed' | 'step' | 'html' }
	/** Starts a card of an HTML note: `t1`, `t2`, ... */
	| { name: 'card'; card: string };

/** A directive, or what is wrong with the comment; `at` is the offset of the comment in the HTML it was found in. */
export type DirectiveReading =
	| { ok: true; at: number; directive: Directive }
	| { ok: false; at: number; message: string; advice: string };

const KNOWN =
	'The directives are <!-- tags: a, b -->, <!-- reversed -->, <!-- typed -->, <!-- step -->, <!-- html --> and <!-- card: t1 -->.';

/** Reads a block of HTML, of which only comments are allowed, one directive each. */
export function readDirectives(html: string): DirectiveReading[] {
	const readings: DirectiveReading[] = [];
	let at = 0;
	while (at < html.length) {
		const rest = html.slice(at);
		const space = /^\s+/.exec(rest)?.[0].length ?? 0;
		if (space > 0) {
			at += space;
			continue;
		}
		if (!rest.startsWith('<!--')) {
			readings.push({
				ok: false,
				at,
				message: `HTML is not part of a note: ${shorten(rest)}`,
				advice: 'Write Markdown.',
			});
			return readings;
		}
		const end = rest.indexOf('-->', 4);
		if (end < 0) {
			readings.push({ ok: false, at, message: 'This comment is never closed.', advice: 'End it with -->.' });
			return readings;
		}
		readings.push(readDirective(rest.slice(4, end).trim(), at));
		at += end + 3;
	}
	return readings;
}

function readDirective(words: string, at: number): DirectiveReading {
	if (words === 'reversed' || words === 'typed' || words === 'step' || words === 'html')
		return { ok: true, at, directive: { name: words } };
	if (words.startsWith('card:')) return readCard(words.slice('card:'.length).trim(), at);
	if (!words.startsWith('tags:'))
		return { ok: false, at, message: `Unknown directive "${shorten(words)}".`, advice: KNOWN };
	const tags = words
		.slice('tags:'.length)
		.split(',')
		.map((tag) => tag.trim());
	const bad = tags.find((tag) => !isTagName(tag));
	if (bad === undefined) return { ok: true, at, directive: { name: 'tags', tags: [...new Set(tags)] } };
	return {
		ok: false,
		at,
		message: bad === '' ? 'A tag is empty.' : `The tag "${shorten(bad)}" is not one word.`,
		advice: 'Part tags by commas; each is made of letters, digits, - and _: <!-- tags: chain-rule, calculus -->',
	};
}

function readCard(card: string, at: number): DirectiveReading {
	if (/^t[1-9]\d{0,2}$/.test(card)) return { ok: true, at, directive: { name: 'card', card } };
	return {
		ok: false,
		at,
		message: `"${shorten(card)}" is no name of a card.`,
		advice: 'Name the cards of an HTML note t1, t2 and so on: <!-- card: t1 -->',
	};
}

function shorten(words: string): string {
	const line = words.split('\n', 1)[0] ?? '';
	return line.length > 60 ? `${line.slice(0, 60)}...` : line;
}
