import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { reading, transaction } from './client';
import { keepPrediction, readLastPredictions, type SentPrediction } from './predictions';
import { readReviewQueue } from './review-queue';
import { seedDecks } from './seed-decks';
import { readStudyScope } from './study-scope';
import { sampleDeck, sampleNote, useTestDatabase } from './test-database';

const NOON = Date.UTC(2026, 10, 22, 12);
const DAY_MS = 86_400_000;

const sent = (changes: Partial<SentPrediction> = {}): SentPrediction => ({
	key: crypto.randomUUID(),
	demoId: 'neuron',
	query: 'b=0.25',
	seed: null,
	guess: 'a = 0.4',
	measured: 'a = 0.438',
	grade: 'hit',
	...changes,
});

const lastOf = (demoIds: string[], nowMs: number) =>
	reading(async (db) => readLastPredictions(db, await readStudyScope(db, nowMs), demoIds));

describe('keepPrediction()', () => {
	const database = useTestDatabase();

	it('keeps one row for a key, however often it is sent', async () => {
		const prediction = sent();
		expect(await keepPrediction(prediction, NOON)).toBe(true);
		expect(await keepPrediction({ ...prediction, guess: 'a = 9' }, NOON)).toBe(false);
		expect((await lastOf(['neuron'], NOON)).get('neuron')?.guess).toBe('a = 0.4');
	});

	it('can neither be changed nor taken back, by the database’s own word', async () => {
		await keepPrediction(sent(), NOON);
		const sqlite = new Database(database.path);
		expect(() => sqlite.exec(`UPDATE "Prediction" SET "grade" = 'miss'`)).toThrow(/append-only/);
		expect(() => sqlite.exec('DELETE FROM "Prediction"')).toThrow(/append-only/);
		sqlite.close();
	});

	it('shows on its card and grades nothing', async () => {
		const demo = { demoId: 'neuron', query: '', label: 'Run it' };
		await transaction((db) => seedDecks(db, [sampleDeck('deck', [sampleNote('neuron', { demo })])], 0));
		const before = await readReviewQueue('deck', NOON);
		expect(before?.cards[0]?.foretold).toBeNull();
		await keepPrediction(sent(), NOON);
		const after = await readReviewQueue('deck', NOON);
		expect(after?.cards[0]?.foretold).toBe('You foretold a = 0.4, the run measured a = 0.438 (right), today.');
		expect(after?.cards[0]?.version).toBe(before?.cards[0]?.version);
		expect(after?.counts).toEqual(before?.counts);
	});
});

describe('readLastPredictions()', () => {
	useTestDatabase();

	it('finds the last of each demo asked for, and how many study days ago it was', async () => {
		await keepPrediction(sent({ guess: 'a = 9', grade: 'miss' }), NOON);
		await keepPrediction(sent(), NOON + DAY_MS);
		await keepPrediction(sent({ demoId: 'dropout', seed: 3 }), NOON);
		await keepPrediction(sent({ demoId: 'saturation' }), NOON);
		const last = await lastOf(['neuron', 'dropout', 'neuron', 'residual-layer'], NOON + 3 * DAY_MS);
		expect([...last.keys()].sort()).toEqual(['dropout', 'neuron']);
		expect(last.get('neuron')).toEqual({ guess: 'a = 0.4', measured: 'a = 0.438', grade: 'hit', daysAgo: 2 });
		expect(last.get('dropout')?.daysAgo).toBe(3);
		expect((await lastOf([], NOON)).size).toBe(0);
	});
});
