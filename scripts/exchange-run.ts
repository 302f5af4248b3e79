import { closeDatabase, reading } from '@/lib/db/client';
import { nowMs } from '@/lib/db/clock';
import { readLearner } from '@/lib/db/learner';
import { ExchangeError } from '@/lib/exchange/exchange-error';
import type { ExchangeEvent } from '@/lib/exchange/exchange-event';
import { DEFAULT_LIMITS, type ExchangeLimits } from '@/lib/exchange/limits';
import type { ExchangeProgress, ExchangeRun } from '@/lib/exchange/portable';
import { databasePath } from './database-url.mjs';
import { explain } from './failure.mjs';
import { inspectDatabase } from './inspect-database.mjs';
import { openDatabase } from './open-database.mjs';

/** A learner pressed Ctrl-C, or the page that started this went away. */
class Stopped extends Error {
	constructor() {
		super('stopped; nothing was changed');
	}
}

/** How often progress is told, at most. */
const PROGRESS_MS = 100;

/**
 * Runs a command of the exchange on an up-to-date database: tells progress, stops on Ctrl-C or SIGTERM, words every failure.
 * Resolves to the exit code: 0, 1 when it failed, 130 when it was stopped.
 */
export async function runExchange<T>(
	attempted: string,
	json: boolean,
	work: (run: ExchangeRun) => Promise<T>,
	inWords: (result: T) => string,
): Promise<number> {
	const controller = new AbortController();
	const stop = () => controller.abort(new Stopped());
	process.once('SIGINT', stop).once('SIGTERM', stop);
	const tell = (event: ExchangeEvent) => void process.stdout.write(`${JSON.stringify(event)}\n`);
	const progress = json ? throttled((each) => tell({ type: 'progress', ...each })) : throttled(showProgress);
	try {
		if (!(await isUpToDate())) await openDatabase();
		const { timeZone, rolloverHour } = await reading(readLearner);
		const run = { nowMs: nowMs(), timeZone, rolloverHour, signal: controller.signal, onProgress: progress };
		const result = await work(run);
		clearProgress();
		if (json) tell({ type: 'done', result });
		else console.log(inWords(result));
		return 0;
	} catch (error) {
		clearProgress();
		const message = wordsOf(attempted, error);
		if (json) tell({ type: 'error', message });
		else console.error(message);
		return error instanceof Stopped ? 130 : 1;
	} finally {
		process.off('SIGINT', stop).off('SIGTERM', stop);
		await closeDatabase();
	}
}

async function isUpToDate(): Promise<boolean> {
	const { pending, hasTables } = inspectDatabase(databasePath(process.env['DATABASE_URL'] ?? ''));
	return hasTables && pending.length === 0;
}

function wordsOf(attempted: string, error: unknown): string {
	if (error instanceof Stopped) return `Could not ${attempted}: ${error.message}.`;
	if (error instanceof ExchangeError || error instanceof RangeError) return error.message;
	return explain(attempted, error).message;
}

function throttled(show: (progress: ExchangeProgress) => void): (progress: ExchangeProgress) => void {
	let [stage, last, shownAt] = ['', -1, 0];
	return (progress) => {
		const at = performance.now();
		const { done, total } = progress;
		if (progress.stage === stage && (done === last || (done < total && at - shownAt < PROGRESS_MS))) return;
		[stage, last, shownAt] = [progress.stage, done, at];
		show(progress);
	};
}

function showProgress({ stage, done, total }: ExchangeProgress): void {
	if (!process.stderr.isTTY) return;
	const part = total > 0 ? Math.min(1, done / total) : 1;
	const bar = '█'.repeat(Math.round(part * 30)).padEnd(30, '░');
	process.stderr.write(`\r\u001b[K${bar} ${stage} ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`);
}

function clearProgress(): void {
	if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
}

/** Limits with the changes of `--limit name=number`. Throws ExchangeError for a name or number that is none. */
export function limitsWith(changes: readonly string[]): ExchangeLimits {
	const limits = { ...DEFAULT_LIMITS };
	for (const change of changes) {
		const [name = '', value = ''] = change.split('=');
		if (!Object.hasOwn(limits, name) || !/^\d{1,15}$/.test(value)) {
			throw new ExchangeError(
				`cannot set the limit “${change}”: ${Object.keys(limits).join(', ')} are allowed, each as name=number. Nothing was changed.`,
			);
		}
		limits[name as keyof ExchangeLimits] = Number(value);
	}
	return limits;
}
