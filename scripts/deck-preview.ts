import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ExchangeError } from '@/lib/exchange/exchange-error';
import { formatOf } from '@/lib/exchange/formats';
import { limitsWith, runExchange } from './exchange-run';

/** `deck preview <file>`: the first rows of a table and what its columns seem to be; null for what is no table. */
export async function deckPreview(args: readonly string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			limit: { type: 'string', multiple: true, default: [] },
			json: { type: 'boolean', default: false },
		},
	});
	const [path = ''] = positionals;
	const work = async () => {
		if (path === '' || positionals.length > 1)
			throw new ExchangeError('cannot preview: name one file: deck preview words.csv');
		const file = resolve(path);
		return (await formatOf(file, 'read').preview?.(file, limitsWith(values.limit))) ?? null;
	};
	return runExchange(`preview ${path}`, values.json, work, (preview) => JSON.stringify(preview, null, '\t'));
}
