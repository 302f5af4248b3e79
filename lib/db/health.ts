import { type Db, reading } from './client';
import { PRAGMAS, type PragmaValues } from './pragmas';

/** What `GET /api/health` reports of the database. */
export interface DatabaseHealth {
	/** The newest migration applied. */
	schema: string;
	counts: { decks: number; notes: number; cards: number; reviews: number; undone: number; contentErrors: number };
	pragmas: PragmaValues;
}

/** Reads the pragmas of the connection in use. */
export async function readPragmas(db: Db): Promise<PragmaValues> {
	const values: Partial<PragmaValues> = {};
	for (const name of Object.keys(PRAGMAS) as (keyof PragmaValues)[]) {
		const [row] = await db.$queryRawUnsafe<Record<string, string | number | bigint>[]>(`PRAGMA ${name}`);
		const value = Object.values(row ?? {})[0];
		values[name] = typeof value === 'string' ? value : Number(value);
	}
	return values as PragmaValues;
}

/** Throws RangeError when a pragma that answers rely on is not in force. */
export async function checkPragmas(): Promise<void> {
	const values = await reading(readPragmas);
	for (const [name, { read }] of Object.entries(PRAGMAS)) {
		const found = values[name as keyof PragmaValues];
		if (found !== read) {
			throw new RangeError(
				`cannot rely on the database: PRAGMA ${name} is ${found}; ${read} is needed for answers to be durable`,
			);
		}
	}
}

/** Counts, schema and pragmas as they are now. */
export function readHealth(): Promise<DatabaseHealth> {
	return reading(async (db) => {
		const [newest] = await db.$queryRaw<{ name: string }[]>`
			SELECT "migration_name" AS "name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL ORDER BY "migration_name" DESC LIMIT 1`;
		return {
			schema: newest?.name ?? 'none',
			counts: {
				decks: await db.deck.count(),
				notes: await db.note.count({ where: { removedAt: null } }),
				cards: await db.card.count({ where: { removedAt: null } }),
				reviews: await db.review.count(),
				undone: await db.undoMarker.count(),
				contentErrors: await db.contentError.count(),
			},
			pragmas: await readPragmas(db),
		};
	});
}
