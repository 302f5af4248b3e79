import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type Database from 'better-sqlite3';
import { PRAGMAS } from './pragmas';

type Adapter = Awaited<ReturnType<PrismaBetterSqlite3['connect']>>;
type Query = Parameters<Adapter['queryRaw']>[0];
type Transaction = Awaited<ReturnType<Adapter['startTransaction']>>;
type Release = () => void;

/** Hands out one permit at a time, in the order asked for. */
class Turnstile {
	#tail: Promise<void> = Promise.resolve();

	async acquire(): Promise<Release> {
		let release: Release = () => {};
		const mine = new Promise<void>((resolve) => {
			release = resolve;
		});
		const before = this.#tail;
		this.#tail = before.then(() => mine);
		await before;
		return release;
	}

	async run<T>(work: () => Promise<T>): Promise<T> {
		const release = await this.acquire();
		try {
			return await work();
		} finally {
			release();
		}
	}
}

/**
 * The better-sqlite3 adapter made safe for one shared connection. The stock one (7.10.0) lets a plain query run
 * inside another request's open transaction and vanish with its rollback, leaves a transaction open when COMMIT
 * fails with SQLITE_BUSY, and begins deferred, so that read-then-write fails as soon as another writer comes between.
 * Here every statement waits its turn, transactions begin IMMEDIATE, and a failed COMMIT is rolled back.
 * It reaches for the adapter's private `client`, so the version is pinned and serialised-adapter.test.ts guards it.
 */
export class SerialisedSqlite extends PrismaBetterSqlite3 {
	override async connect(): Promise<Adapter> {
		const adapter = await super.connect();
		const database = (adapter as unknown as { client: Database.Database }).client;
		for (const [name, { set }] of Object.entries(PRAGMAS)) database.pragma(`${name} = ${set}`);

		const turns = new Turnstile();
		const query = adapter.queryRaw.bind(adapter);
		const execute = adapter.executeRaw.bind(adapter);
		const script = adapter.executeScript.bind(adapter);
		const statement = async (sql: string) => void (await execute({ sql, args: [], argTypes: [] }));

		adapter.queryRaw = (q: Query) => turns.run(() => query(q));
		adapter.executeRaw = (q: Query) => turns.run(() => execute(q));
		adapter.executeScript = (s: string) => turns.run(() => script(s));
		adapter.startTransaction = async (): Promise<Transaction> => {
			const release = await turns.acquire();
			try {
				await statement('BEGIN IMMEDIATE');
			} catch (error) {
				release();
				throw error;
			}
			return {
				provider: 'sqlite',
				adapterName: adapter.adapterName,
				options: { usePhantomQuery: false },
				queryRaw: query,
				executeRaw: async (q: Query) => {
					try {
						return await execute(q);
					} catch (error) {
						if (q.sql === 'COMMIT' && database.inTransaction) database.exec('ROLLBACK');
						throw error;
					}
				},
				commit: async () => release(),
				rollback: async () => release(),
				createSavepoint: (name: string) => statement(`SAVEPOINT ${name}`),
				rollbackToSavepoint: (name: string) => statement(`ROLLBACK TO ${name}`),
				releaseSavepoint: (name: string) => statement(`RELEASE SAVEPOINT ${name}`),
			};
		};
		return adapter;
	}
}

/** The adapter for the database file at `url` (`file:/path`). */
export function openSqlite(url: string): SerialisedSqlite {
	return new SerialisedSqlite({ url, timeout: 100 }, { timestampFormat: 'unixepoch-ms' });
}
