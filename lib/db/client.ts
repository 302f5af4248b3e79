import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Prisma, PrismaClient } from '@/generated/prisma/client';
import { openSqlite } from './serialised-adapter';

/** What a store works with: the client of the transaction it is in, or of no transaction for reads. */
export type Db = Prisma.TransactionClient;

const PATIENCE_MS = 5_000;
const inside = new AsyncLocalStorage<true>();
const holder = globalThis as unknown as { chainruleDatabase?: PrismaClient };

function database(): PrismaClient {
	if (holder.chainruleDatabase) return holder.chainruleDatabase;
	const url = process.env['DATABASE_URL'];
	if (!url?.startsWith('file:') || url.includes('?')) {
		throw new RangeError(
			`cannot open the database: DATABASE_URL is ${url ?? 'not set'}; file:/path/to/chainrule.db is allowed, with nothing after the path`,
		);
	}
	holder.chainruleDatabase = new PrismaClient({ adapter: openSqlite(url) });
	return holder.chainruleDatabase;
}

/** Another process held the database: SQLITE_BUSY, as the driver or as Prisma names it. */
function isBusy(error: unknown): boolean {
	const code = error instanceof Error && 'code' in error ? error.code : null;
	return typeof code === 'string' && (code === 'P1008' || code === 'P2034' || code.startsWith('SQLITE_BUSY'));
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
	const deadline = performance.now() + PATIENCE_MS;
	for (let pause = 10; ; pause = Math.min(pause * 2, 250)) {
		try {
			return await work();
		} catch (error) {
			if (!isBusy(error) || performance.now() > deadline) throw error;
			await sleep(pause);
		}
	}
}

/** Reads with `work`; writes belong in `transaction`. Retries while another process holds the database. */
export function reading<T>(work: (db: Db) => Promise<T>): Promise<T> {
	if (inside.getStore()) throw new TypeError('cannot read outside the transaction it runs in: pass its client on');
	return patiently(() => work(database()));
}

/**
 * Runs `work` as one transaction, all or nothing, alone on the database from its first statement to its last.
 * Retries from the start while another process holds the database, so `work` must change nothing but the database.
 * Throws TypeError when called within another transaction, which would wait for itself for ever.
 */
export function transaction<T>(work: (db: Db) => Promise<T>): Promise<T> {
	if (inside.getStore()) throw new TypeError('cannot begin a transaction inside another: pass its client on');
	return patiently(() =>
		database().$transaction((db) => inside.run(true, () => work(db)), { maxWait: 20_000, timeout: 120_000 }),
	);
}

/** Closes the database; the next call opens it anew. */
export async function closeDatabase(): Promise<void> {
	const open = holder.chainruleDatabase;
	delete holder.chainruleDatabase;
	await open?.$disconnect();
}
