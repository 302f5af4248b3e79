import { expect } from 'vitest';
import type { PortableCollection, PortableNote, PortableReview } from '@/lib/exchange/portable';
import { answerCard } from '@/lib/srs/answer';
import { type CardMemory, newCardMemory } from '@/lib/srs/card-memory';
import { DEFAULT_DECK_OPTIONS } from '@/lib/srs/deck-options';
import { momentAt } from '@/lib/srs/study-day';
import { reading, transaction } from './client';
import { exportCollection } from './export-collection';
import { recordAction, recordAnswer } from './record-review';

export const DAY_MS = 86_400_000;
export const START_MS = Date.parse('2026-03-02T12:00:00Z');

/** A card answered good `times` times in another program, and its log. */
export function studied(
	cardId: string,
	times: number,
	position = 0,
): { memory: CardMemory; reviews: PortableReview[] } {
	let memory = newCardMemory(position);
	const reviews: PortableReview[] = [];
	for (let nth = 0; nth < times; nth++) {
		const atMs = START_MS + nth * 7 * DAY_MS;
		const moment = momentAt(atMs, 'UTC', 4);
		const answered = answerCard({
			...{ cardId, memory, options: DEFAULT_DECK_OPTIONS, moment, grade: 'good', promisedIntervalDays: null },
		});
		if (!answered.ok) throw new Error(answered.reason);
		reviews.push({
			...{ id: `anki:${atMs}:9`, cardId, action: { type: 'answer', grade: 'good' }, kind: answered.kind, atMs },
			...{ studyDay: moment.day, zoneOffsetMinutes: 0, durationMs: 4_000, before: memory, after: answered.after },
			...{ optionsId: 'elsewhere', origin: { program: 'anki', foreignId: atMs, rest: '[]' } },
		});
		memory = answered.after;
	}
	return { memory, reviews };
}

/** Answers a card here and gives what is then remembered. */
export async function answerHere(cardId: string, atMs: number): Promise<void> {
	const [row] = await reading((db) => db.cardMemory.findMany({ where: { cardId } }));
	const moment = momentAt(atMs, 'UTC', 4);
	const memory = await remembered(cardId);
	const answered = answerCard({
		...{ cardId, memory, options: DEFAULT_DECK_OPTIONS, moment, grade: 'easy', promisedIntervalDays: null },
	});
	if (!row || !answered.ok) throw new Error(`cannot answer ${cardId}`);
	const recorded = await recordAnswer(
		{
			...{ key: `here-${atMs}`, cardId, version: row.version, studyDay: moment.day, grade: 'easy', atMs },
			...{ intervalDays: answered.after.intervalDays, durationMs: 3_000 },
		},
		atMs,
	);
	expect(recorded.status).toBe('applied');
}

/** Acts on a card here. */
export async function actHere(
	cardId: string,
	action: { type: 'reset' } | { type: 'suspend' },
	atMs: number,
): Promise<void> {
	const [row] = await reading((db) => db.cardMemory.findMany({ where: { cardId } }));
	const version = row?.version ?? 0;
	const recorded = await recordAction({ key: `act-${atMs}`, cardId, version, action, atMs }, atMs);
	expect(recorded.status).toBe('applied');
}

export async function everything(): Promise<{
	notes: PortableNote[];
	reviews: PortableReview[];
	collection: PortableCollection;
}> {
	const collection = exportCollection({ deckId: 'all', subtree: true }, { schedule: true, history: true });
	const notes: PortableNote[] = [];
	const reviews: PortableReview[] = [];
	for await (const batch of collection.notes()) notes.push(...batch);
	for await (const batch of collection.reviews()) reviews.push(...batch);
	await collection.close?.();
	return { notes, reviews, collection };
}

export async function remembered(cardId: string): Promise<CardMemory> {
	const card = (await everything()).notes.flatMap((note) => note.cards).find((each) => each.id === cardId);
	if (!card?.memory) throw new Error(`${cardId} is not remembered`);
	return card.memory;
}

export const useUtc = () =>
	transaction((db) => db.learner.create({ data: { id: 'local', timeZone: 'UTC', rolloverHour: 4 } }));

export const origin = (guid: string, modifiedMs: number): PortableNote['origin'] => ({
	...{
		program: 'anki',
		guid,
		foreignId: 1_500_000_000_000,
		noteType: '{"name":"Basic"}',
		fields: ['f', 'b'],
		tags: ['a::b'],
	},
	...{ markdownSha256: 'unknown', modifiedMs },
});
