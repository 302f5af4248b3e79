import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLLECTION_TABLES } from './collection-tables';
import { LogInserter } from './log-inserter';

/** The log that results when rows want these times; each row names its place as its card. */
function written(times: readonly number[]): { id: number; cid: number }[] {
	const db = new Database(':memory:');
	db.exec(COLLECTION_TABLES);
	const log = new LogInserter(db);
	for (const [index, time] of times.entries()) log.add(time, index, [3, 10, 5, 2500, 4000, 1]);
	log.end();
	const rows = db.prepare('SELECT id, cid FROM revlog ORDER BY cid').all();
	db.close();
	return rows as { id: number; cid: number }[];
}

/** What each would get if they came in one at a time. */
function oneByOne(times: readonly number[]): number[] {
	const taken = new Set<number>();
	return times.map((time) => {
		let id = time;
		while (taken.has(id)) id++;
		taken.add(id);
		return id;
	});
}

describe('LogInserter', () => {
	it('gives every row its own time or the next that is free, in whatever order they come', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 200 }), fc.boolean(), (times, rising) => {
				const wanted = rising ? [...times].sort((a, b) => a - b) : times;
				expect(written(wanted).map(({ id }) => id)).toEqual(oneByOne(wanted));
			}),
		);
	});

	it('writes all rows of a long rising log', () => {
		const times = Array.from({ length: 1_234 }, (_, index) => 1_000 * index + 1);
		expect(written(times).map(({ id }) => id)).toEqual(times);
	});

	it('does not look at every taken time again when thousands of acts share one instant', () => {
		const statements = written(Array.from({ length: 20_000 }, () => 1_000));
		expect(statements.map(({ id }) => id)).toEqual(Array.from({ length: 20_000 }, (_, index) => 1_000 + index));
	});
});
