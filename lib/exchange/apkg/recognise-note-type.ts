import type { AnkiNoteType } from './anki-note-type';

/** A note type that is one of our kinds of note, with the indexes of the fields that are its question and its answer. */
export type KnownNoteType =
	| { kind: 'basic' | 'reversed' | 'typed' | 'cloze'; question: number; answer: number[] }
	/** Asked both ways where a further field is filled. */
	| { kind: 'optional'; question: number; answer: number[]; optional: number };

type Token = { tag: 'field' | 'open' | 'close'; name: string; filter: string } | { tag: 'answer' } | { tag: 'other' };

/**
 * Reads a note type's templates: fields one after another with nothing of their own about them are one of our kinds; null for all others,
 * which have to be drawn by their templates.
 */
export function recogniseNoteType(type: AnkiNoteType): KnownNoteType | null {
	const index = (name: string) => type.flds.findIndex((field) => field.name === name);
	const [first, second, third] = type.tmpls;
	if (!first || third) return null;
	const front = read(first.qfmt);
	const back = read(first.afmt);
	if (type.type === 1) {
		const [text, ...more] = front;
		if (second || more.length > 0 || text?.tag !== 'field' || text.filter !== 'cloze') return null;
		const [again, ...extra] = back.filter((token) => token.tag !== 'answer');
		if (again?.tag !== 'field' || again.filter !== 'cloze' || again.name !== text.name) return null;
		const answer = plainFields(extra, index);
		return answer && index(text.name) >= 0 ? { kind: 'cloze', question: index(text.name), answer } : null;
	}
	const forward = oneWay(front, back, index);
	if (!forward) return null;
	if (!second) return { kind: forward.typed ? 'typed' : 'basic', question: forward.question, answer: forward.answer };
	if (forward.typed || forward.answer.length !== 1) return null;
	let [front2, back2] = [read(second.qfmt), read(second.afmt)];
	const [open] = front2;
	const close = front2.at(-1);
	let optional = -1;
	if (open?.tag === 'open' && close?.tag === 'close' && open.name === close.name && open.filter === '#') {
		optional = index(open.name);
		if (optional < 0) return null;
		front2 = front2.slice(1, -1);
		back2 = back2.filter(
			(token) =>
				!(token.tag !== 'answer' && token.tag !== 'other' && token.tag !== 'field' && token.name === open.name),
		);
	}
	const backward = oneWay(front2, back2, index);
	if (!backward || backward.typed || backward.question !== forward.answer[0]) return null;
	if (backward.answer.length !== 1 || backward.answer[0] !== forward.question) return null;
	const { question, answer } = forward;
	return optional < 0 ? { kind: 'reversed', question, answer } : { kind: 'optional', question, answer, optional };
}

function oneWay(
	front: Token[],
	back: Token[],
	index: (name: string) => number,
): { question: number; answer: number[]; typed: boolean } | null {
	const [asked, typing, ...more] = front;
	if (asked?.tag !== 'field' || asked.filter !== '' || more.length > 0 || index(asked.name) < 0) return null;
	const typed = typing?.tag === 'field' && typing.filter === 'type' ? typing.name : null;
	if (typing && typed === null) return null;
	const shown = back.filter((token) => token.tag !== 'answer');
	const [repeat] = shown;
	const repeated =
		repeat?.tag === 'field' && repeat.filter === '' && (repeat.name === 'FrontSide' || repeat.name === asked.name);
	const answer = (repeated ? shown.slice(1) : shown).map((token) =>
		typed !== null && token.tag === 'field' && token.filter === 'type' && token.name === typed
			? { ...token, filter: '' }
			: token,
	);
	const fields = plainFields(answer, index);
	if (!fields || fields.length === 0 || !repeated) return null;
	if (typed !== null && fields[0] !== index(typed)) return null;
	return { question: index(asked.name), answer: fields, typed: typed !== null };
}

function plainFields(tokens: readonly Token[], index: (name: string) => number): number[] | null {
	const fields = tokens.map((token) => (token.tag === 'field' && token.filter === '' ? index(token.name) : -1));
	return fields.every((field) => field >= 0) && new Set(fields).size === fields.length ? fields : null;
}

/** A template as its fields and whatever else it shows; markup that only places them counts for nothing. */
function read(template: string): Token[] {
	if (template.length > 20_000) return [{ tag: 'other' }];
	const tokens: Token[] = [];
	for (const part of template.split(/(\{\{[^{}]*\}\}|<[^<>]*>)/)) {
		if (part.startsWith('{{')) tokens.push(readField(part.slice(2, -2).trim()));
		else if (/^<hr\b[^>]*\bid\s*=\s*["']?answer\b/i.test(part)) tokens.push({ tag: 'answer' });
		else if (part.startsWith('<')) {
			if (!/^<\/?(?:div|span|p|br|hr|center|section)\b/i.test(part)) tokens.push({ tag: 'other' });
		} else if (part.trim() !== '') tokens.push({ tag: 'other' });
	}
	return tokens;
}

function readField(inner: string): Token {
	const sign = inner[0] ?? '';
	if (sign === '#' || sign === '^') return { tag: 'open', name: inner.slice(1).trim(), filter: sign };
	if (sign === '/') return { tag: 'close', name: inner.slice(1).trim(), filter: '' };
	const colon = inner.lastIndexOf(':');
	return { tag: 'field', name: inner.slice(colon + 1).trim(), filter: colon < 0 ? '' : inner.slice(0, colon).trim() };
}
