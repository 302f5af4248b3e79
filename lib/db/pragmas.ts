/** What every connection sets, and what reading it back must give; see `readPragmas`. */
export const PRAGMAS = {
	/** Readers never wait for the writer. */
	journal_mode: { set: 'WAL', read: 'wal' },
	/** A commit is on the disk before it is acknowledged, power cut or not. */
	synchronous: { set: 'FULL', read: 2 },
	foreign_keys: { set: 'ON', read: 1 },
	/** Short, since the wait blocks the event loop; `transaction` retries. */
	busy_timeout: { set: '100', read: 100 },
	cache_size: { set: '-65536', read: -65536 },
	temp_store: { set: 'MEMORY', read: 2 },
} as const;

/** The pragmas as the database reports them. */
export type PragmaValues = Record<keyof typeof PRAGMAS, string | number>;
