import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openSnapshot } from '@/lib/db/back-up';
import { writeBackup } from '@/lib/exchange/backup/write-backup';
import { ExchangeError } from '@/lib/exchange/exchange-error';
import type { ExchangeRun } from '@/lib/exchange/portable';
import { runExchange } from './exchange-run';

/** `deck backup [file]`: writes everything there is into one file, by default `chainrule-<date>.backup.gz` here. */
export async function deckBackup(args: readonly string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: { replace: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
	});
	const work = async (run: ExchangeRun) => {
		const day = new Date(run.nowMs).toISOString().slice(0, 10);
		const file = resolve(positionals[0] ?? `chainrule-${day}.backup.gz`);
		if (existsSync(file) && !values.replace) {
			throw new ExchangeError(`cannot write “${file}”: there is a file already, which was kept. --replace allows it.`);
		}
		const snapshot = openSnapshot();
		try {
			return { file, ...(await writeBackup(snapshot, file, run)) };
		} finally {
			snapshot.close();
		}
	};
	return runExchange(
		'back everything up',
		values.json,
		work,
		({ file, rows, bytes }) => `wrote ${file}: ${rows} rows, ${bytes} bytes`,
	);
}
