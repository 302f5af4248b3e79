import { isTagName } from './tag-name';

/** What a comment of a note asks for. */
export type Directive = { name: 'tags'; tags: string[] } | { name: 'reversed' } | { name: 'step' };

/** A directive, or what is wrong with the comment; `at` is the offset of the comment in the HTML it was found in. */
export type DirectiveReading =
	| { ok: true; at: number; directive: Directive }
	| { ok: false; at: number; message: string; advice: string };

const KNOWN = 'The directives are <!-- tags: a, b -->, <!-- reversed --> and <!-- step -->.';

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
	if (words === 'reversed') return { ok: true, at, directive: { name: 'reversed' } };
	if (words === 'step') return { ok: true, at, directive: { name: 'step' } };
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

function shorten(words: string): string {
	const line = words.split('\n', 1)[0] ?? '';
	return line.length > 60 ? `${line.slice(0, 60)}...` : line;
}
