import { describe, expect, it } from 'vitest';
import type { LoggedInterval, PortableAct, PortableReview } from '@/lib/exchange/portable';
import { answerCard } from '@/lib/srs/answer';
import { newCardMemory } from '@/lib/srs/card-memory';
import { DEFAULT_DECK_OPTIONS } from '@/lib/srs/deck-options';
import type { Grade } from '@/lib/srs/grade';
import { momentAt } from '@/lib/srs/study-day';
import { exportCollection } from './export-collection';
import { recordAction } from './record-review';
import { collectionOf, importAll, portableNote } from './test-collection';
import { useTestDatabase } from './test-database';
import { undoLastReview } from './undo-review';

const DAY_MS = 86_400_000;
const START_MS = Date.parse('2026-03-02T12:00:00Z');

/** A card answered in another program, a week apart. */
function answered(cardId: string, fromMs: number, grades: readonly Grade[]): PortableReview[] {
	let memory = newCardMemory(0);
	return grades.map((grade, nth) => {
		const atMs = fromMs + nth * 7 * DAY_MS;
		const moment = momentAt(atMs, 'UTC', 4);
		const given = answerCard({
			...{ cardId, memory, options: DEFAULT_DECK_OPTIONS, moment, grade, promisedIntervalDays: null },
		});
		if (!given.ok) throw new Error(given.reason);
		const before = memory;
		memory = given.after;
		return {
			...{ id: `anki:${atMs}:${cardId}`, cardId, action: { type: 'answer', grade }, kind: given.kind, atMs },
			...{ studyDay: moment.day, zoneOffsetMinutes: 0, durationMs: 4_000 + nth, before, after: memory },
			...{ optionsId: 'elsewhere', origin: { program: 'anki', foreignId: atMs, rest: `["${grade}"]` } },
		};
	});
}

const interval = ({ phase, due, intervalDays, lastReviewAtMs, difficulty }: LoggedInterval) => ({
	...{ phase, due, intervalDays, lastReviewAtMs },
	difficulty: difficulty?.toPrecision(14),
});

const act = ({ id, cardId, action, kind, atMs, durationMs, before, after, origin }: PortableAct) => ({
	...{ id, cardId, action, kind, atMs, durationMs, origin },
	...{ before: interval(before), after: interval(after) },
});

async function together<T>(batches: AsyncIterable<readonly T[]> | undefined): Promise<T[]> {
	const all: T[] = [];
	for await (const batch of batches ?? []) all.push(...batch);
	return all;
}

describe('exportCollection().acts()', () => {
	useTestDatabase();

	it('says the same as the whole rows do, in their order, without what was undone', async () => {
		const reviews = [
			...answered('physics/mass', START_MS, ['good', 'again', 'hard', 'good', 'easy']),
			...answered('physics/charge', START_MS + DAY_MS, ['again', 'good', 'good', 'again']),
		].sort((a, b) => a.atMs - b.atMs);
		const notes = [portableNote('physics/mass'), portableNote('physics/charge', { position: 1 })];
		await importAll(collectionOf({ notes, reviews }, 'exact'));
		const nowMs = START_MS + 100 * DAY_MS;
		// the import itself made the first version
		for (const version of [1, 2]) {
			const asked = { key: `flag ${version}`, cardId: 'physics/charge', version, atMs: nowMs + version };
			const recorded = await recordAction({ ...asked, action: { type: 'flag', flag: version } }, nowMs + version);
			expect(recorded.status).toBe('applied');
		}
		await undoLastReview('undo', nowMs + 3);

		const collection = exportCollection({ deckId: 'all', subtree: true }, { schedule: true, history: true });
		const acts = await together(collection.acts?.());
		const whole = await together(collection.reviews());
		collection.close();
		expect(acts.map(act)).toEqual(whole.map(act));
		expect(acts.map(({ cardId }) => cardId).slice(0, 3)).toEqual(['physics/mass', 'physics/charge', 'physics/mass']);
		expect(acts).toHaveLength(collection.counts.reviews);
		expect(acts).toHaveLength(reviews.length + 1);
	});

	it('gives nothing when the history stays behind', async () => {
		await importAll(
			collectionOf({ notes: [portableNote('physics/mass')], reviews: answered('physics/mass', START_MS, ['good']) }),
		);
		const collection = exportCollection({ deckId: 'all', subtree: true }, { schedule: true, history: false });
		expect(await together(collection.acts?.())).toEqual([]);
		expect(await together(collection.reviews())).toEqual([]);
		expect(collection.counts.reviews).toBe(0);
		collection.close();
	});
});
