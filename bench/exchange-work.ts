// node --conditions=react-server --import tsx bench/exchange-work.ts export <package> | import <package>
// One export or import of the database in DATABASE_URL, in a process of its own: seconds and peak memory as a line of JSON.
import { applyImport } from '@/lib/db/apply-import';
import { closeDatabase } from '@/lib/db/client';
import { exportCollection } from '@/lib/db/export-collection';
import { planImport } from '@/lib/db/plan-import';
import { checkDemoLink } from '@/lib/demos/registry';
import { formatOf } from '@/lib/exchange/formats';
import { DEFAULT_LIMITS } from '@/lib/exchange/limits';
import type { ExchangeRun } from '@/lib/exchange/portable';
import { keepCopy } from '@/scripts/keep-copy.mjs';

/** What one piece of work took. */
export interface ExchangeWork {
	seconds: number;
	notes: number;
	cards: number;
	reviews: number;
	/** The most memory the process ever held. */
	peakKb: number;
}

const [what = '', file = ''] = process.argv.slice(2);
const run: ExchangeRun = {
	...{ nowMs: Date.now(), timeZone: 'UTC', rolloverHour: 4, onProgress: () => {} },
	signal: new AbortController().signal,
};

async function exportAll(): Promise<Omit<ExchangeWork, 'seconds' | 'peakKb'>> {
	const options = { title: 'All', schedule: true, history: true, answers: true };
	const collection = exportCollection({ deckId: 'all', subtree: true }, options);
	const report = await formatOf(file, 'write').write?.(collection, options, file, run);
	collection.close();
	if (!report) throw new TypeError(`cannot write ${file}`);
	return { notes: report.notes, cards: report.cards, reviews: report.reviews };
}

async function importAll(): Promise<Omit<ExchangeWork, 'seconds' | 'peakKb'>> {
	const options = { checkDemo: checkDemoLink, columns: null, deckTitle: null };
	const collection = await formatOf(file, 'read').read?.(file, DEFAULT_LIMITS, run, options);
	if (!collection) throw new TypeError(`cannot read ${file}`);
	const planned = await planImport(collection, options, run);
	const { report } = await applyImport(planned, (path) => keepCopy(path, 'import-bench'), run);
	planned.close();
	await collection.close?.();
	return { notes: report.notes.new, cards: report.cards.new, reviews: report.reviews.new };
}

const begun = performance.now();
const counts = what === 'export' ? await exportAll() : await importAll();
const seconds = (performance.now() - begun) / 1000;
await closeDatabase();
const work: ExchangeWork = { seconds, ...counts, peakKb: process.resourceUsage().maxRSS };
console.log(JSON.stringify(work));
