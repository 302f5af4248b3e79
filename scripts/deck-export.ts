import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sandboxFiles } from '@/app/sandbox/package/sandbox-files';
import { ALL_DECKS } from '@/lib/db/all-decks';
import { exportCollection } from '@/lib/db/export-collection';
import { ExchangeError } from '@/lib/exchange/exchange-error';
import type { WriteReport } from '@/lib/exchange/file-format';
import { formatOf } from '@/lib/exchange/formats';
import type { ExchangeRun } from '@/lib/exchange/portable';
import { runExchange } from './exchange-run';
import { root } from './project.mjs';

/** `deck export <deck|all> --to file`: writes one deck with all below it, one alone, or every deck, in the format of the file's ending. */
export async function deckExport(args: readonly string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		allowNegative: true,
		options: {
			to: { type: 'string' },
			alone: { type: 'boolean', default: false },
			schedule: { type: 'boolean', default: true },
			history: { type: 'boolean', default: true },
			answers: { type: 'boolean', default: true },
			columns: { type: 'boolean', default: false },
			replace: { type: 'boolean', default: false },
			json: { type: 'boolean', default: false },
		},
	});
	const [deckId = ''] = positionals;
	const { schedule, history, answers } = values;
	const layout = values.columns ? 'columns' : 'rows';
	const attempted = `export ${deckId === '' ? 'nothing' : deckId}`;
	const work = async (run: ExchangeRun) => {
		if (deckId === '' || positionals.length > 1 || values.to === undefined) {
			throw new ExchangeError('cannot export: name one deck, or all, and a file: deck export all --to all.apkg');
		}
		const file = resolve(values.to);
		const format = formatOf(file, 'write');
		if (existsSync(file) && !values.replace) {
			throw new ExchangeError(`cannot write “${file}”: there is a file already, which was kept. --replace allows it.`);
		}
		const options = { schedule, history: schedule && history };
		const collection = exportCollection({ deckId, subtree: !values.alone }, options);
		try {
			const sandbox = format.name === 'apkg' ? await sandboxFiles(root) : null;
			const title = collection.decks.find((deck) => deck.id === deckId)?.title ?? 'All decks';
			const report = await format.write?.(collection, { title, answers, layout, sandbox, ...options }, file, run);
			if (!report) throw new TypeError(`${format.title} cannot be written`);
			return { file, ...report };
		} finally {
			collection.close();
		}
	};
	return runExchange(attempted, values.json, work, (result) => inWords(deckId, result));
}

function inWords(deckId: string, { file, remarks, ...counts }: WriteReport & { file: string }): string {
	const what = deckId === ALL_DECKS ? 'all decks' : deckId;
	const { notes, cards, reviews, media, bytes } = counts;
	const lines = remarks.slice(0, 20).map(({ where, message }) => `  ${where}: ${message}`);
	if (remarks.length > lines.length) lines.push(`  and ${remarks.length - lines.length} more`);
	return [
		`wrote ${basename(file)}: ${what}, ${notes} notes, ${cards} cards, ${reviews} rows of the log, ${media} files, ${bytes} bytes`,
		...(lines.length > 0 ? ['what the format could not hold:', ...lines] : []),
	].join('\n');
}
