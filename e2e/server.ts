import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { TEMPLATE_DATABASE } from './template-database';

const READY_WITHIN_MS = 60_000;
const DAY_MS = 86_400_000;

/** A production server of the app on a port and a database of its own, to be stopped, killed and started again. */
export class Server {
	readonly url: string;
	/** Absolute path of its database. */
	readonly databasePath: string;
	readonly #port: number;
	#child: ChildProcess | undefined;
	#log = '';

	private constructor(port: number, databasePath: string) {
		this.#port = port;
		this.url = `http://127.0.0.1:${port}`;
		this.databasePath = databasePath;
	}

	/** Starts one on a fresh copy of the seeded template. */
	static async open(databasePath: string): Promise<Server> {
		const server = new Server(await freePort(), resolve(databasePath));
		server.#copyTemplate();
		await server.start();
		return server;
	}

	/** Starts it on the same port and database; `env` holds for this run only. */
	async start(env: Record<string, string> = {}): Promise<void> {
		if (this.#child) throw new TypeError('cannot start the server: it is running');
		const args = ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(this.#port)];
		const child = spawn(process.execPath, args, {
			env: {
				...process.env,
				NODE_ENV: 'production',
				NEXT_TELEMETRY_DISABLED: '1',
				DATABASE_URL: `file:${this.databasePath}`,
				...env,
			},
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		this.#child = child;
		const keep = (text: Buffer) => {
			this.#log = (this.#log + text.toString()).slice(-20_000);
		};
		child.stdout.on('data', keep);
		child.stderr.on('data', keep);
		const deadlineMs = performance.now() + READY_WITHIN_MS;
		while (!(await this.#answers())) {
			if (child.exitCode !== null || performance.now() > deadlineMs) {
				await this.kill();
				throw new Error(`the server did not start at ${this.url}:\n${this.#log}`);
			}
			await sleep(50);
		}
	}

	/** Ends it as a person does (SIGTERM), by force after two seconds. */
	async stop(): Promise<void> {
		const child = this.#child;
		const force = setTimeout(() => child?.kill('SIGKILL'), 2000);
		await this.#end('SIGTERM');
		clearTimeout(force);
	}

	/** Ends it as a crash does (SIGKILL): nothing in it gets to finish. */
	kill(): Promise<void> {
		return this.#end('SIGKILL');
	}

	/** Stops it and starts it again with `env`. */
	async restart(env: Record<string, string> = {}): Promise<void> {
		await this.stop();
		await this.start(env);
	}

	/** Starts it again with its clock set `days` ahead of the real one. */
	restartDaysAhead(days: number): Promise<void> {
		return this.restart({ CHAINRULE_NOW_OFFSET_MS: String(days * DAY_MS) });
	}

	/** Starts it again on a fresh copy of the seeded template, its clock right. */
	async reset(): Promise<void> {
		await this.kill();
		this.#copyTemplate();
		await this.start();
	}

	/** What it printed last. */
	get log(): string {
		return this.#log;
	}

	#copyTemplate(): void {
		mkdirSync(dirname(this.databasePath), { recursive: true });
		for (const suffix of ['-wal', '-shm', '-journal']) rmSync(this.databasePath + suffix, { force: true });
		copyFileSync(TEMPLATE_DATABASE, this.databasePath);
		const wal = `${TEMPLATE_DATABASE}-wal`;
		if (existsSync(wal)) copyFileSync(wal, `${this.databasePath}-wal`);
	}

	async #end(signal: NodeJS.Signals): Promise<void> {
		const child = this.#child;
		this.#child = undefined;
		if (!child || child.exitCode !== null || child.signalCode !== null) return;
		const ended = once(child, 'exit');
		child.kill(signal);
		await ended;
	}

	async #answers(): Promise<boolean> {
		try {
			return (await fetch(`${this.url}/api/health`)).ok;
		} catch {
			return false;
		}
	}
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	await new Promise((done) => server.close(done));
	if (typeof address !== 'object' || address === null) throw new Error('the system gave no free port');
	return address.port;
}
