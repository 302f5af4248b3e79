import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { PrismaClient } from '@/generated/prisma/client';
import { openSqlite } from './serialised-adapter';
import { useTestDatabase } from './test-database';

type Adapter = ConstructorParameters<typeof PrismaClient>[0]['adapter'];

/** One request's transaction rolls back after another's plain write was acknowledged; how many of 40 such writes are on the disk? */
async function acknowledgedWritesKept(adapter: Adapter, path: string): Promise<number> {
	const client = new PrismaClient({ adapter } as ConstructorParameters<typeof PrismaClient>[0]);
	const deck = (id: string) => ({ id, title: id, description: '', tags: '[]', macros: '{}', position: 0 });
	for (let round = 0; round < 40; round++) {
		const failing = client
			.$transaction(async (db) => {
				await db.deck.create({ data: deck(`lost-${round}`) });
				await new Promise((resolve) => setTimeout(resolve, 5));
				throw new Error('rolls back');
			})
			.catch(() => undefined);
		await new Promise((resolve) => setTimeout(resolve, 2));
		const acknowledged = client.deck.create({ data: deck(`kept-${round}`) });
		await Promise.all([failing, acknowledged]);
	}
	await client.$disconnect();
	const disk = new Database(path, { readonly: true });
	const { kept } = disk.prepare(`SELECT COUNT(*) AS kept FROM Deck WHERE id LIKE 'kept-%'`).get() as { kept: number };
	disk.close();
	return kept;
}

describe('SerialisedSqlite', () => {
	const database = useTestDatabase();

	it('keeps every acknowledged write beside transactions that roll back', async () => {
		expect(await acknowledgedWritesKept(openSqlite(`file:${database.path}`), database.path)).toBe(40);
	});

	it('is still needed: the stock adapter loses acknowledged writes', async () => {
		const stock = new PrismaBetterSqlite3({ url: `file:${database.path}` }, { timestampFormat: 'unixepoch-ms' });
		expect(await acknowledgedWritesKept(stock, database.path)).toBeLessThan(40);
	});

	it('begins transactions so that reading and then writing survives another process writing in between', async () => {
		const client = new PrismaClient({ adapter: openSqlite(`file:${database.path}`) });
		const other = new Database(database.path, { timeout: 0 });
		await client.$transaction(async (db) => {
			await db.learner.findMany();
			expect(() => other.prepare(`INSERT INTO Learner VALUES ('other', NULL, 4)`).run()).toThrow(/locked/);
			await db.learner.create({ data: { id: 'mine', rolloverHour: 4 } });
		});
		other.prepare(`INSERT INTO Learner VALUES ('other', NULL, 4)`).run();
		expect(await client.learner.count()).toBe(2);
		await client.$disconnect();
		other.close();
	});

	it('rolls a failed COMMIT back, so that the next transaction is not swallowed by it', async () => {
		const adapter = await openSqlite(`file:${database.path}`).connect();
		const sql = (text: string) => ({ sql: text, args: [], argTypes: [] });
		await adapter.executeScript('PRAGMA foreign_keys = ON');
		const first = await adapter.startTransaction();
		await first.executeRaw(sql('PRAGMA defer_foreign_keys = ON'));
		await first.executeRaw(sql(`INSERT INTO DeckSetting VALUES ('nobody', 'nowhere', 'nothing')`));
		await expect(first.executeRaw(sql('COMMIT'))).rejects.toThrow();
		await first.rollback();
		const second = await adapter.startTransaction();
		await second.executeRaw(sql(`INSERT INTO Learner VALUES ('after', NULL, 4)`));
		await second.executeRaw(sql('COMMIT'));
		await second.commit();
		const kept = await adapter.queryRaw(sql('SELECT id FROM Learner'));
		expect(kept.rows).toEqual([['after']]);
		await adapter.dispose();
	});
});
