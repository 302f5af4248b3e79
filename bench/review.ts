import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { closeDatabase, reading } from '@/lib/db/client';
import { readQueue, readReviewQueue } from '@/lib/db/review-queue';
import type { ReviewQueue } from '@/lib/db/review-view';
import { readStudyScope } from '@/lib/db/study-scope';
import { readToday } from '@/lib/db/today';
import { makeCollection, removeDatabase } from './collection';
import type { Figure } from './figure';

const CARDS = 100_000;
const REVIEWS = 1_000_000;
const ANSWERS = 1_000;
const ROUNDS = 15;
const WARM_UP = 100;

/** Answers and queues on a collection of 100,000 cards and 1,000,000 rows of log (`--cards=… --reviews=…` for another size). */
export async function benchReview(args: readonly string[]): Promise<Figure[]> {
	const option = (name: string, otherwise: number) =>
		Number(args.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise);
	const size = { cards: option('cards', CARDS), reviews: option('reviews', REVIEWS) };
	const path = resolve(`.tmp/bench-${size.cards}-${size.reviews}.db`);
	await provide(path, size);
	process.env['DATABASE_URL'] = `file:${path}`;

	const inProcess = [
		...(await timed(
			'queue of all decks built, from the database to its order',
			() => reading(async (db) => readQueue(db, await readStudyScope(db, Date.now()), 'bench')),
			50,
		)),
		...(await timed('head of the queue with content and offers', () => readReviewQueue('bench', Date.now()))),
		...(await timed('Today’s page read', () => readToday(Date.now()))),
	];
	await closeDatabase();
	const used = `${path}.used`;
	removeDatabase(used);
	copyFileSync(path, used);
	const answered = await overHttp(used);
	const commits = bareCommits(used);
	removeDatabase(used);
	const rows = [
		{ name: 'cards', value: size.cards, unit: '' },
		{ name: 'rows of log', value: countReviews(path), unit: '' },
		...inProcess,
		...answered,
		{ name: 'a bare SQLite commit of one row, p50', value: commits, unit: 'ms' },
	];
	const p50 = answered.find((figure) => figure.name.includes('acknowledged, p50'))?.value ?? Number.NaN;
	return [...rows, { name: 'answer / bare commit', value: p50 / commits, unit: 'x' }];
}

async function provide(path: string, size: { cards: number; reviews: number }): Promise<void> {
	if (existsSync(path)) return;
	mkdirSync('.tmp', { recursive: true });
	const making = `${path}.making`;
	removeDatabase(making);
	const env = { ...process.env, DATABASE_URL: `file:${making}` };
	execFileSync(process.execPath, ['scripts/migrate.mjs', 'deploy'], { env, stdio: 'inherit' });
	console.error(`making a collection of ${size.cards} cards and ${size.reviews} reviews …`);
	await makeCollection(making, { ...size, nowMs: Date.now(), seed: 1 });
	const sqlite = new Database(making);
	sqlite.pragma('wal_checkpoint(TRUNCATE)');
	sqlite.exec(`VACUUM INTO '${path}'`);
	sqlite.close();
	removeDatabase(making);
}

const quantile = (sorted: readonly number[], q: number) =>
	sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;

function spread(name: string, unsorted: readonly number[], bars: { p50?: number; p99?: number } = {}): Figure[] {
	const times = [...unsorted].sort((a, b) => a - b);
	const figure = (q: 'p50' | 'p99', value: number): Figure => {
		const bar = bars[q];
		return { name: `${name}, ${q}`, value, unit: 'ms', ...(bar === undefined ? {} : { bar }) };
	};
	return [figure('p50', quantile(times, 0.5)), figure('p99', quantile(times, 0.99))];
}

async function timed(name: string, work: () => Promise<unknown>, bar?: number): Promise<Figure[]> {
	await work();
	const times: number[] = [];
	for (let i = 0; i < ROUNDS; i++) {
		const from = performance.now();
		await work();
		times.push(performance.now() - from);
	}
	return spread(name, times, bar === undefined ? {} : { p50: bar }).slice(0, 1);
}

/** The production server on that database, answered card by card as the review page does, over one kept-alive connection. */
async function overHttp(path: string): Promise<Figure[]> {
	const port = await freePort();
	const server = spawn(
		process.execPath,
		['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)],
		{
			env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: `file:${path}` },
			stdio: 'ignore',
		},
	);
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	try {
		const call = caller(agent, port);
		for (
			let tries = 0;
			!(await call('GET', '/api/health').then(
				() => true,
				() => false,
			));
			tries++
		) {
			if (tries > 300) throw new Error('the server did not start; build it first: npm start');
			await sleep(100);
		}
		// beyond the day's limits, so that there is enough to answer
		await call('POST', '/api/helping', { key: crypto.randomUUID(), deckId: 'bench', fresh: 100, reviews: 1_000 });
		const acknowledged: number[] = [];
		const queued: number[] = [];
		while (acknowledged.length < ANSWERS) {
			const from = performance.now();
			const queue = JSON.parse(await call('GET', '/api/queue?deck=bench')) as ReviewQueue;
			queued.push(performance.now() - from);
			if (queue.cards.length === 0) break;
			for (const card of queue.cards) acknowledged.push(await answer(call, card));
		}
		const undone: number[] = [];
		for (let i = 0; i < 100; i++) {
			const from = performance.now();
			await call('POST', '/api/undo', { key: crypto.randomUUID(), atMs: Date.now() });
			undone.push(performance.now() - from);
		}
		return [
			{ name: 'answers measured, after a warm-up of 100', value: Math.max(0, acknowledged.length - WARM_UP), unit: '' },
			...spread('answer acknowledged', acknowledged.slice(WARM_UP), { p50: 10, p99: 50 }),
			...spread('queue over HTTP', queued),
			...spread('undo acknowledged', undone),
		];
	} finally {
		agent.destroy();
		server.kill('SIGKILL');
		await once(server, 'exit');
	}
}

type Call = (method: string, path: string, body?: unknown) => Promise<string>;

async function answer(call: Call, card: ReviewQueue['cards'][number]): Promise<number> {
	const body = {
		key: crypto.randomUUID(),
		cardId: card.cardId,
		version: card.version,
		studyDay: card.studyDay,
		grade: 'good',
		intervalDays: card.offers.good.intervalDays,
		atMs: Date.now(),
		durationMs: 5_000,
	};
	const from = performance.now();
	await call('POST', '/api/reviews', body);
	return performance.now() - from;
}

function caller(agent: Agent, port: number): Call {
	return (method, path, body) =>
		new Promise((done, fail) => {
			const headers = { 'content-type': 'application/json', origin: `http://127.0.0.1:${port}` };
			const sent = request({ agent, host: '127.0.0.1', port, path, method, headers }, (response) => {
				let text = '';
				response.setEncoding('utf8').on('data', (chunk) => {
					text += chunk;
				});
				response.on('end', () => {
					if (response.statusCode === 200) done(text);
					else fail(new Error(`${method} ${path}: ${response.statusCode} ${text.slice(0, 300)}`));
				});
			});
			sent.on('error', fail).end(body === undefined ? undefined : JSON.stringify(body));
		});
}

/** What the disk asks for one durable commit: the floor of any answer. */
function bareCommits(path: string): number {
	const sqlite = new Database(path);
	sqlite.pragma('synchronous = FULL');
	sqlite.exec('CREATE TABLE IF NOT EXISTS "BenchCommit" ("at" INTEGER)');
	const insert = sqlite.prepare('INSERT INTO "BenchCommit" VALUES (?)');
	const times = Array.from({ length: 300 }, (_, i) => {
		const from = performance.now();
		insert.run(i);
		return performance.now() - from;
	}).sort((a, b) => a - b);
	sqlite.exec('DROP TABLE "BenchCommit"');
	sqlite.close();
	return quantile(times, 0.5);
}

function countReviews(path: string): number {
	const sqlite = new Database(path, { readonly: true });
	const { n } = sqlite.prepare('SELECT COUNT(*) AS n FROM "Review"').get() as { n: number };
	sqlite.close();
	return n;
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	await new Promise((closed) => server.close(closed));
	if (typeof address !== 'object' || address === null) throw new Error('the system gave no free port');
	return address.port;
}
