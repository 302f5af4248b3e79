import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeCollection, removeDatabase } from './collection';
import type { ExchangeWork } from './exchange-work';
import type { Figure } from './figure';

const ROUNDS = 3;
const BAR = 3;
const NOW_MS = Date.parse('2026-11-01T12:00:00Z');

/**
 * Packages of 10,000 cards with 100,000 rows of log, written and read by us and, where there is one, by a real Anki 2.1 in turn
 * (`--anki=<folder of its Python package>` or ANKI_PYTHON; it may lie in ~/.cache/anki-2.1.15), each in a process of its own, the work
 * alone timed; then the memory that 100,000 cards with 1,000,000 rows take (`--small` leaves that out).
 */
export async function benchExchange(args: readonly string[]): Promise<Figure[]> {
	const folder = resolve('.tmp/bench-exchange');
	mkdirSync(folder, { recursive: true });
	const anki = ankiFolder(args);
	const figures = await againstAnki(folder, anki);
	if (!args.includes('--small')) figures.push(...(await inBoundedMemory(folder)));
	rmSync(folder, { recursive: true, force: true });
	return figures;
}

function ankiFolder(args: readonly string[]): string | null {
	const told = args.find((arg) => arg.startsWith('--anki='))?.slice('--anki='.length) ?? process.env['ANKI_PYTHON'];
	const folder = told ?? join(homedir(), '.cache/anki-2.1.15/usr/share/anki');
	if (existsSync(join(folder, 'anki'))) return folder;
	if (told !== undefined)
		throw new RangeError(`cannot measure against Anki: there is no folder ${join(folder, 'anki')}`);
	return null;
}

async function againstAnki(folder: string, anki: string | null): Promise<Figure[]> {
	const size = { cards: 10_000, reviews: 100_000, nowMs: NOW_MS, seed: 7 };
	const source = await migrated(join(folder, 'source.db'));
	await makeCollection(source, size);
	const ours = join(folder, 'ours.apkg');
	work(source, 'export', ours);
	const collection = join(folder, 'anki.anki2');
	const theirs = join(folder, 'theirs.apkg');
	if (anki) {
		ankiWork(anki, 'import', ours, collection);
		ankiWork(anki, 'export', collection, theirs);
	}
	const times: Record<'exported' | 'imported' | 'ankiExported' | 'ankiImported', ExchangeWork[]> = {
		...{ exported: [], imported: [], ankiExported: [], ankiImported: [] },
	};
	const packed = anki ? theirs : ours;
	for (let round = 0; round < ROUNDS; round++) {
		rmSync(ours, { force: true });
		times.exported.push(work(source, 'export', ours));
		const into = await migrated(join(folder, `into-${round}.db`));
		times.imported.push(work(into, 'import', packed));
		removeDatabase(into);
		if (!anki) continue;
		times.ankiExported.push(ankiWork(anki, 'export', collection, join(folder, `again-${round}.apkg`)));
		times.ankiImported.push(ankiWork(anki, 'import', packed, join(folder, `into-${round}.anki2`)));
	}
	const figures = [
		{ name: 'cards', value: times.imported[0]?.cards ?? 0, unit: '' },
		{ name: 'rows of log', value: times.imported[0]?.reviews ?? 0, unit: '' },
		{ name: 'package written', value: median(times.exported), unit: 's' },
		{ name: 'package read, planned and imported', value: median(times.imported), unit: 's' },
	];
	if (!anki) return figures;
	const ratio = (name: string, a: ExchangeWork[], b: ExchangeWork[]): Figure => ({
		...{ name, value: median(a) / median(b), unit: 'x', bar: BAR, atLeast: true },
	});
	return [
		...figures,
		{ name: 'Anki: package written', value: median(times.ankiExported), unit: 's' },
		{ name: 'Anki: the same package imported', value: median(times.ankiImported), unit: 's' },
		ratio('Anki’s export / ours', times.ankiExported, times.exported),
		ratio('Anki’s import / ours', times.ankiImported, times.imported),
	];
}

async function inBoundedMemory(folder: string): Promise<Figure[]> {
	const source = await migrated(join(folder, 'large.db'));
	await makeCollection(source, { cards: 100_000, reviews: 1_000_000, nowMs: NOW_MS, seed: 7 });
	const file = join(folder, 'large.apkg');
	const exported = work(source, 'export', file);
	removeDatabase(source);
	const into = await migrated(join(folder, 'large-into.db'));
	const imported = work(into, 'import', file);
	removeDatabase(into);
	const peak = (name: string, { peakKb }: ExchangeWork): Figure => ({ name, value: peakKb / 1024, unit: 'MB' });
	return [
		{ name: `${exported.cards} cards, ${exported.reviews} rows written`, value: exported.seconds, unit: 's' },
		peak('peak memory of it', exported),
		{ name: `${imported.cards} cards, ${imported.reviews} rows imported`, value: imported.seconds, unit: 's' },
		peak('peak memory of it', imported),
	];
}

/** A new database at `path` with the schema alone. */
async function migrated(path: string): Promise<string> {
	removeDatabase(path);
	const env = { ...process.env, DATABASE_URL: `file:${path}` };
	execFileSync(process.execPath, ['scripts/migrate.mjs', 'deploy'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
	return path;
}

function work(database: string, what: 'export' | 'import', file: string): ExchangeWork {
	const args = ['--conditions=react-server', '--import', 'tsx', 'bench/exchange-work.ts', what, file];
	const env = { ...process.env, DATABASE_URL: `file:${database}` };
	return JSON.parse(
		execFileSync(process.execPath, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }),
	);
}

function ankiWork(anki: string, what: 'export' | 'import', source: string, target: string): ExchangeWork {
	const args = ['bench/peers/anki-exchange.py', anki, what, source, target];
	// what Anki says on its way is of no interest here
	const stdio: ['ignore', 'pipe', 'ignore'] = ['ignore', 'pipe', 'ignore'];
	return JSON.parse(execFileSync('/usr/bin/python3', args, { encoding: 'utf8', stdio }));
}

function median(works: readonly ExchangeWork[]): number {
	const sorted = works.map(({ seconds }) => seconds).sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
