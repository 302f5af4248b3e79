import type { ExchangeNote } from '@/lib/exchange/portable';
import { DELETION, type ForeignCard, type ForeignSchedule } from './foreign-card';
import { fencedLines, HIDDEN, maskCode } from './mask-code';

// The format: https://www.stephenmwangi.com/obsidian-spaced-repetition/flashcards/
const TAG = /(?<![\p{L}\p{N}/&])#flashcards((?:\/[\p{L}\p{N}_-]+)*)(?![\p{L}\p{N}/_-])/gu;
const SCHEDULE = /<!--SR:(.*?)-->/g;

/** What a text has of Obsidian Spaced Repetition: its tag or a schedule for certain, or only its separators. */
export function looksLikeObsidian(text: string): 'certain' | 'possible' | null {
	const masked = maskCode(text, true);
	if (/<!--SR:!/.test(text) || masked.search(new RegExp(TAG.source, 'u')) >= 0) return 'certain';
	return /\S::+\s*\S|^\?\??[ \t]*$|==[^=\s][^=\n]*==/m.test(masked) ? 'possible' : null;
}

/** The cards of one file. Decks come from its tags `#flashcards/...`, else `elsewhere`; fenced code holds no card. */
export function readObsidian(
	file: string,
	text: string,
	elsewhere: readonly string[],
	remarks: ExchangeNote[],
): ForeignCard[] {
	const matter = /^---[ \t]*\n[\s\S]*?\n---[ \t]*(?:\n|$)/.exec(text)?.[0] ?? '';
	const lines = text.split('\n');
	const masked = maskCode(text, true).split('\n');
	const fenced = fencedLines(lines);
	const start = matter.split('\n').length - 1;
	const cards: ForeignCard[] = [];
	let deckPath = deckOf(matterTag(matter)) ?? elsewhere;
	let block: number[] = [];
	const flush = () => {
		const card = cardOf(block, { file, lines, masked, deckPath, remarks });
		if (card) cards.push(card);
		block = [];
	};
	let comment = false;
	for (let at = start; at < lines.length; at++) {
		const line = lines[at] ?? '';
		const visible = fenced[at] ? '' : line;
		if (comment || (visible.startsWith('<!--') && !visible.startsWith('<!--SR:'))) {
			comment = !visible.includes('-->');
			continue;
		}
		if (line.trim() === '' && !fenced[at]) {
			flush();
			continue;
		}
		if (!fenced[at]) {
			const tag = onlyTags(masked[at] ?? '');
			if (tag !== null) {
				flush();
				deckPath = deckOf(tag) ?? elsewhere;
				continue;
			}
			if (separatorOf(masked[at] ?? '')) {
				const next = /^\s*<!--SR:/.test(lines[at + 1] ?? '');
				// A line of its own: what stands directly above it belongs to no card, or to one of its own.
				flush();
				block = next ? [at, at + 1] : [at];
				flush();
				if (next) at++;
				continue;
			}
		}
		block.push(at);
	}
	flush();
	return cards;
}

interface Source {
	file: string;
	lines: readonly string[];
	masked: readonly string[];
	deckPath: readonly string[];
	remarks: ExchangeNote[];
}

function cardOf(block: readonly number[], { file, lines, masked, deckPath, remarks }: Source): ForeignCard | null {
	const first = block[0];
	if (first === undefined) return null;
	const written = block.map((at) => lines[at] ?? '').join('\n');
	const schedules = schedulesOf(written, `${file}:${first + 1}`, remarks);
	const own = [...(masked[first] ?? '').matchAll(TAG)][0];
	const path =
		own?.index !== undefined && /^\s*$/.test((masked[first] ?? '').slice(0, own.index)) ? deckOf(own[1] ?? '') : null;
	const base = { deckPath: path ?? deckPath, schedules, file, line: first + 1 };
	const clean = (part: string) =>
		part
			.replace(SCHEDULE, '')
			.replace(TAG, '')
			.replace(/[ \t]+$/gm, '')
			.trim();
	const separator = separatorOf(masked[first] ?? '');
	if (separator) {
		const line = lines[first] ?? '';
		const question = clean(line.slice(0, separator.at));
		const answer = clean(line.slice(separator.at + separator.length));
		if (question === '' || answer === '') return null;
		return { ...base, kind: separator.length === 3 ? 'reversed' : 'basic', question, answer };
	}
	const middle = block.findIndex((at) => /^\?\??\s*$/.test(masked[at] ?? ''));
	if (middle >= 0) {
		const side = (part: readonly number[]) => clean(part.map((at) => lines[at] ?? '').join('\n'));
		const [question, answer] = [side(block.slice(0, middle)), side(block.slice(middle + 1))];
		const where = `${file}:${(block[middle] ?? first) + 1}`;
		if (question === '' || answer === '') {
			remarks.push({
				severity: 'refused',
				where,
				message: 'A question mark on a line of its own parts no question from an answer.',
			});
			return null;
		}
		const both = (lines[block[middle] ?? first] ?? '').startsWith('??');
		return { ...base, kind: both ? 'reversed' : 'basic', question, answer };
	}
	const question = markHighlights(written, block.map((at) => masked[at] ?? '').join('\n'));
	return question === null ? null : { ...base, kind: 'cloze', question: clean(question), answer: '' };
}

function separatorOf(masked: string): { at: number; length: 2 | 3 } | null {
	const visible = masked.replace(SCHEDULE, (comment) => HIDDEN.repeat(comment.length));
	const match = /:::?/.exec(visible);
	if (!match || visible.slice(0, match.index).trim() === '') return null;
	return { at: match.index, length: match[0].length as 2 | 3 };
}

function markHighlights(text: string, masked: string): string | null {
	let marked = '';
	let from = 0;
	for (const match of masked.matchAll(/==(?!\s)([^=\n]+?)(?<!\s)==/g)) {
		const content = text.slice(match.index + 2, match.index + match[0].length - 2);
		marked += `${text.slice(from, match.index)}${DELETION.open}${content}${DELETION.close}`;
		from = match.index + match[0].length;
	}
	return from === 0 ? null : marked + text.slice(from);
}

// `!2024-05-01,12,250`, one a card, in the cards' order; a date of 2000-01-01 stands for a new card.
function schedulesOf(text: string, where: string, remarks: ExchangeNote[]): (ForeignSchedule | null)[] {
	return [...text.matchAll(SCHEDULE)].flatMap(([, body = '']) =>
		body
			.split('!')
			.slice(1)
			.map((entry): ForeignSchedule | null => {
				const [, date = '', interval, ease] =
					/^(\d{4}-\d{2}-\d{2}),(\d{1,5}(?:\.\d+)?),(\d{1,4})(?:,.*)?$/.exec(entry.trim()) ?? [];
				const dueDay = Date.parse(`${date}T00:00:00Z`) / 86_400_000;
				if (date === '2000-01-01') return null;
				if (Number.isInteger(dueDay) && Number(interval) <= 36_500)
					return { dueDay, intervalDays: Number(interval), easePercent: Number(ease) };
				remarks.push({
					severity: 'changed',
					where,
					message: `The schedule “${entry.trim().slice(0, 60)}” is no date, interval and ease: the card comes in as a new one.`,
				});
				return null;
			}),
	);
}

function onlyTags(masked: string): string | null {
	const tags = [...masked.matchAll(TAG)];
	const rest = masked.replace(/(?<!\S)#[\p{L}\p{N}_/-]+/gu, '').trim();
	return tags.length > 0 && rest === '' ? (tags[0]?.[1] ?? '') : null;
}

// In YAML the tag stands with or without its #.
function matterTag(matter: string): string | null {
	const match = /(?:^|[\s,[\-"'#])flashcards((?:\/[\p{L}\p{N}_-]+)*)(?=$|[\s,\]"'])/mu.exec(matter);
	return match ? (match[1] ?? '') : null;
}

function deckOf(tag: string | null): string[] | null {
	if (tag === null) return null;
	const path = tag.split('/').filter((part) => part !== '');
	return path.length > 0 ? path : ['flashcards'];
}
