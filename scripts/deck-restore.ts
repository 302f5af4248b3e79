import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ownDatabasePath } from '@/lib/db/own-connection';
import { beginRestoring } from '@/lib/db/restore';
import { readBackup } from '@/lib/exchange/backup/read-backup';
import { ExchangeError } from '@/lib/exchange/exchange-error';
import type { ExchangeRun } from '@/lib/exchange/portable';
import { limitsWith, runExchange } from './exchange-run';
import { keepCopy } from './keep-copy.mjs';
import { seedAgain } from './open-database.mjs';

/** `deck restore <file>`: makes the database what it was when the backup was written; what it is now is kept as a copy beside it. */
export async function deckRestore(args: readonly string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: { limit: { type: 'string', multiple: true, default: [] }, json: { type: 'boolean', default: false } },
	});
	const [path = ''] = positionals;
	const work = async (run: ExchangeRun) => {
		if (path === '' || positionals.length > 1) {
			throw new ExchangeError('cannot restore: name one backup: deck restore chainrule.backup.gz');
		}
		const limits = limitsWith(values.limit);
		const restoring = beginRestoring();
		try {
			const { rows } = await readBackup(resolve(path), restoring, limits, run);
			restoring.check();
			run.signal.throwIfAborted();
			// as late as can be: what is answered until then is in the copy
			const copy = keepCopy(ownDatabasePath(), `restore-${new Date(run.nowMs).toISOString().replaceAll(':', '-')}`);
			await restoring.finish();
			seedAgain(ownDatabasePath());
			return { rows, copy };
		} finally {
			restoring.close();
		}
	};
	return runExchange(
		`restore ${path === '' ? 'nothing' : path}`,
		values.json,
		work,
		({ rows, copy }) => `restored ${rows} rows\nthe database as it was before: ${copy}`,
	);
}
