import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { applyImport } from '@/lib/db/apply-import';
import type { ImportResult } from '@/lib/db/import-report';
import { planImport } from '@/lib/db/plan-import';
import { checkDemoLink } from '@/lib/demos/registry';
import { columnMapping } from '@/lib/exchange/column-mapping';
import { ExchangeError } from '@/lib/exchange/exchange-error';
import { FORMATS, formatOf } from '@/lib/exchange/formats';
import type { ExchangeRun } from '@/lib/exchange/portable';
import { limitsWith, runExchange } from './exchange-run';
import { keepCopy } from './keep-copy.mjs';

/** `deck import <file|folder>`: brings decks in, all or nothing, or with `--dry-run` says what it would do. */
export async function deckImport(args: readonly string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			'dry-run': { type: 'boolean', default: false },
			deck: { type: 'string' },
			columns: { type: 'string' },
			limit: { type: 'string', multiple: true, default: [] },
			json: { type: 'boolean', default: false },
		},
	});
	const [path = ''] = positionals;
	const work = async (run: ExchangeRun): Promise<ImportResult> => {
		if (path === '' || positionals.length > 1) {
			throw new ExchangeError('cannot import: name one file or folder: deck import decks.apkg');
		}
		const limits = limitsWith(values.limit);
		const columns = values.columns === undefined ? null : columnMapping(values.columns);
		const options = { checkDemo: checkDemoLink, columns, deckTitle: values.deck ?? null };
		const file = resolve(path);
		const collection = await readerOf(file, limits.fileBytes)(file, limits, run, options);
		try {
			const planned = await planImport(collection, options, run);
			try {
				if (values['dry-run']) return { report: planned.report, applied: false, copy: null };
				const before = (database: string) =>
					keepCopy(database, `import-${new Date(run.nowMs).toISOString().replaceAll(':', '-')}`);
				return { ...(await applyImport(planned, before, run)), applied: true };
			} finally {
				planned.close();
			}
		} finally {
			await collection.close?.();
		}
	};
	return runExchange(`import ${path === '' ? 'nothing' : path}`, values.json, work, inWords);
}

function readerOf(file: string, fileBytes: number) {
	const found = statSync(file, { throwIfNoEntry: false });
	if (!found) throw new ExchangeError(`cannot import “${file}”: there is no such file. Nothing was changed.`);
	if (found.isFile() && found.size > fileBytes) {
		throw new ExchangeError(
			`cannot import “${file}”: it has ${found.size} bytes; ${fileBytes} are allowed (--limit fileBytes=… allows more). Nothing was changed.`,
		);
	}
	const format = found.isDirectory() ? FORMATS.find(({ name }) => name === 'markdown') : formatOf(file, 'read');
	if (!format?.read) throw new ExchangeError(`cannot import “${file}”: no folder can be read. Nothing was changed.`);
	return format.read;
}

function inWords({ report, applied, copy }: ImportResult): string {
	const { notes, decks, cards, memories, reviews, media } = report;
	const told = report.examples.filter(({ verdict }) => verdict === 'refused' || verdict === 'kept');
	return [
		`${applied ? 'imported' : 'would import'}: ${notes.new} notes new, ${notes.updated} updated, ${notes.unchanged} unchanged, ` +
			`${notes.kept} edited here and kept, ${notes.refused} refused`,
		...decks.map(
			(deck) =>
				`  ${deck.title}${deck.isNew ? ' (new)' : ''}: ${deck.new} new, ${deck.updated} updated, ${deck.refused} refused`,
		),
		`${cards.new} cards new; schedules: ${memories.taken} taken, ${memories.kept} ours kept; ` +
			`rows of the log: ${reviews.new} new, ${reviews.known} known; files: ${media.new + media.updated} new`,
		...told.map(({ title, reason }) => `  “${title}”: ${reason}`),
		...report.remarks.slice(0, 20).map(({ where, message }) => `  ${where}: ${message}`),
		...(report.remarkCount > 20 ? [`  and ${report.remarkCount - 20} more`] : []),
		...(copy === null ? [] : [`the database as it was before: ${copy}`]),
		...(applied ? [] : ['nothing was changed']),
	].join('\n');
}
