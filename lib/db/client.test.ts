import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { closeDatabase, reading, transaction } from './client';
import { checkPragmas, readHealth } from './health';
import { useTestDatabase } from './test-database';

describe('the database', () => {
	const database = useTestDatabase();

	it('runs with the pragmas that make answers durable, read back from the connection', async () => {
		await expect(checkPragmas()).resolves.toBeUndefined();
		expect((await readHealth()).pragmas).toMatchObject({
			journal_mode: 'wal',
			synchronous: 2,
			foreign_keys: 1,
			busy_timeout: 100,
		});
	});

	it('refuses a transaction within a transaction instead of waiting for itself', async () => {
		await expect(transaction(() => transaction(async () => 1))).rejects.toThrow(/inside another/);
		await expect(transaction(() => reading(async () => 1))).rejects.toThrow(/pass its client on/);
	});

	it('rolls back everything a failed transaction wrote', async () => {
		const work = transaction(async (db) => {
			await db.learner.create({ data: { id: 'gone', rolloverHour: 4 } });
			throw new Error('no');
		});
		await expect(work).rejects.toThrow('no');
		expect(await reading((db) => db.learner.count())).toBe(0);
	});

	it.each(['its first', 'a later'])(
		'waits with %s transaction for another process that holds the database',
		async (which) => {
			if (which === 'a later') await reading((db) => db.learner.count());
			const other = new Database(database.path);
			other.exec('BEGIN IMMEDIATE');
			setTimeout(() => other.exec('COMMIT'), 600);
			await transaction((db) => db.learner.create({ data: { id: 'patient', rolloverHour: 4 } }));
			expect(await reading((db) => db.learner.count())).toBe(1);
			other.close();
		},
	);

	it('refuses a DATABASE_URL that would make a file of another name', async () => {
		await closeDatabase();
		process.env['DATABASE_URL'] = `file:${database.path}?busy_timeout=5`;
		await expect(reading(async () => 1)).rejects.toThrow(/nothing after the path/);
	});
});
