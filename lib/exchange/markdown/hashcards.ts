import type { ExchangeNote } from '@/lib/exchange/portable';
import { DELETION, type ForeignCard } from './foreign-card';
import { fencedLines, maskCode } from './mask-code';

/** The format: https://github.com/eudoxia0/hashcards, "Format" of its README. */
const TAG = /^([QAC]):[ \t]*(.*)$/;

interface Open {
	tag: 'Q' | 'A' | 'C';
	question: string[];
	answer: string[];
	line: number;
}

/** True for a text that has hashcards' tags, a question with its answer or a cloze. */
export function looksLikeHashcards(text: string): boolean {
	const tags = new Set<string>();
	let cloze = false;
	for (const line of maskCode(text, false).split('\n')) {
		const tag = /^[QAC](?=:)/.exec(line)?.[0];
		if (tag !== undefined) {
			tags.add(tag);
			cloze = tag === 'C';
		}
		const open = cloze ? line.indexOf('[') : -1;
		if (open >= 0 && line.indexOf(']', open) > open + 1) return true;
	}
	return tags.has('Q') && tags.has('A');
}

/** The cards of one hashcards file; tags out of order and clozes without a deletion are refused with their line. */
export function readHashcards(file: string, text: string, stem: string, remarks: ExchangeNote[]): ForeignCard[] {
	const { name, body, firstLine } = frontMatter(file, text, remarks);
	const cards: ForeignCard[] = [];
	const deckPath = [name ?? stem];
	const refuse = (line: number, message: string) =>
		remarks.push({ severity: 'refused', where: `${file}:${line}`, message });
	let open = null as Open | null;
	const close = () => {
		if (!open) return;
		const { tag, question, answer, line } = open;
		open = null;
		if (tag === 'Q') return void refuse(line, 'The question has no answer: write A: below it.');
		const base = { deckPath, schedules: [], file, line };
		if (tag === 'A') {
			const [asked, answered] = [question.join('\n').trim(), answer.join('\n').trim()];
			if (asked === '' || answered === '') refuse(line, 'The question or the answer is empty.');
			else cards.push({ ...base, kind: 'basic', question: asked, answer: answered });
			return;
		}
		const marked = markDeletions(question.join('\n').trim());
		if (marked === null) refuse(line, 'The cloze has no [deletion].');
		else cards.push({ ...base, kind: 'cloze', question: marked, answer: '' });
	};
	const lines = body.split('\n');
	const fenced = fencedLines(lines);
	for (const [index, line] of lines.entries()) {
		const number = firstLine + index;
		const [, tag, words = ''] = TAG.exec(line) ?? [];
		if (tag !== undefined && fenced[index])
			remarks.push({
				severity: 'changed',
				where: `${file}:${number}`,
				message: `The tag ${tag}: stands in fenced code; as in hashcards, it was read all the same.`,
			});
		if (tag === 'A') {
			if (open?.tag === 'Q') {
				open.tag = 'A';
				open.answer.push(words);
			} else {
				close();
				refuse(number, 'An answer stands without its question.');
			}
		} else if (tag === 'Q' || tag === 'C') {
			close();
			open = { tag, question: [words], answer: [], line: number };
		} else if (open) (open.tag === 'A' ? open.answer : open.question).push(line);
	}
	close();
	return cards;
}

/** The macros of a `macros.tex`: a name and its expansion a line; what is none is refused with its line. */
export function readMacros(file: string, text: string, remarks: ExchangeNote[]): Record<string, string> {
	const macros = new Map<string, string>();
	for (const [index, line] of text.split('\n').entries()) {
		if (line.trim() === '' || line.trimStart().startsWith('%')) continue;
		const [, name, body] = /^\s*(\\(?:[A-Za-z]+|[^A-Za-z\s]))\s+(.*?)\s*$/.exec(line) ?? [];
		if (name !== undefined && body !== undefined) macros.set(name, body);
		else
			remarks.push({
				severity: 'refused',
				where: `${file}:${index + 1}`,
				message: 'A macro is written \\name expansion; the line was left out.',
			});
	}
	return Object.fromEntries(macros);
}

// TOML between two lines of ---, of which hashcards reads one key.
function frontMatter(
	file: string,
	text: string,
	remarks: ExchangeNote[],
): { name: string | null; body: string; firstLine: number } {
	const matter = /^---[ \t]*\n(?:([\s\S]*?)\n)?---[ \t]*(?:\n|$)/.exec(text);
	if (!matter) return { name: null, body: text, firstLine: 1 };
	const name = /^[ \t]*name[ \t]*=[ \t]*(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)')[ \t]*(?:#.*)?$/m.exec(matter[1] ?? '');
	if (!name && /^[ \t]*name[ \t]*=/m.test(matter[1] ?? ''))
		remarks.push({
			severity: 'changed',
			where: `${file}:2`,
			message: 'The name in the front matter is no TOML text; the name of the file stands for it.',
		});
	const found = name?.[1]?.replace(/\\(.)/g, '$1') ?? name?.[2];
	return { name: found?.trim() || null, body: text.slice(matter[0].length), firstLine: matter[0].split('\n').length };
}

// Brackets delete, but in code and in pictures, and not where they are escaped; links keep their words' brackets.
function markDeletions(text: string): string | null {
	const masked = maskCode(text, false);
	let marked = '';
	let from = 0;
	for (const match of masked.matchAll(/(?<![!\\])\[([^[\]]+?)(?<!\\)\](?![([])/g)) {
		const [whole, content = ''] = match;
		if (masked[match.index - 1] === '[' || content.trim() === '') continue;
		marked += `${text.slice(from, match.index)}${DELETION.open}${text.slice(match.index + 1, match.index + whole.length - 1)}${DELETION.close}`;
		from = match.index + whole.length;
	}
	return from === 0 ? null : marked + text.slice(from);
}
