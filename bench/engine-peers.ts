import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import type { OptimiserSpec } from '@/lib/engine/optimiser';
import type { Workload } from './engine-workloads';

const FOLDER = resolve('bench/peers');

/** What a peer is given: a workload with its numbers, the parameters laid out as our own. */
export interface PeerWork extends Workload {
	readonly parameters: Float64Array;
	readonly x: Float32Array;
	readonly y: Float32Array;
}

/** How a peer trains where it cannot do as we do: it is then checked against our engine doing likewise. */
export interface Semantics {
	readonly batch?: number;
	readonly optimiser?: OptimiserSpec;
	/** As `trainInTurn` does. */
	readonly inTurn?: boolean;
}

/** A run of one engine: it trains for about so many milliseconds, in whole epochs, and says how many examples a second. */
export interface EngineRun {
	readonly semantics: Semantics;
	train(ms: number): Promise<number>;
	epoch(): Promise<void>;
	/** a^L of all examples, or what its softmax makes logits of. */
	outputs(): Promise<ArrayLike<number>>;
	/** A function that works out the net on so many points, where the peer can be asked for that. */
	pictureOf?(points: Float32Array, count: number): Promise<() => void>;
	stop?(): void;
}

/** An engine by name and version; it starts a run, or null where it cannot do the workload. */
export interface Engine {
	readonly name: string;
	start(work: PeerWork): Promise<EngineRun | null>;
}

/** What the modules in bench/peers export. */
interface PeerModule {
	readonly semantics: Semantics;
	start(work: PeerWork): Promise<Omit<EngineRun, 'semantics' | 'train'> | null>;
}

const PACKAGES = [
	['synaptic', 'synaptic', 'synaptic'],
	['brain.js', 'brain', 'brain.js'],
	['convnetjs', 'convnetjs', 'convnetjs'],
	['tfjs-cpu', 'tensorflow-cpu', '@tensorflow/tfjs'],
	['tfjs-wasm', 'tensorflow-wasm', '@tensorflow/tfjs'],
	['jax-js', 'jax', '@jax-js/jax'],
] as const;

/**
 * The peers, or those of them that are `wanted`, installed on first use from bench/peers/package.json; one that cannot be loaded is
 * said and left out.
 */
export async function openPeers(wanted?: readonly string[]): Promise<Engine[]> {
	if (!existsSync(resolve(FOLDER, 'node_modules'))) {
		console.error('installing the peers into bench/peers …');
		const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
		execFileSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
			cwd: FOLDER,
			stdio: ['ignore', 2, 2],
			shell: process.platform === 'win32',
		});
	}
	const peers: Engine[] = [];
	for (const [name, file, folder] of PACKAGES) {
		if (wanted !== undefined && !wanted.includes(name)) continue;
		try {
			const { version } = JSON.parse(readFileSync(resolve(FOLDER, 'node_modules', folder, 'package.json'), 'utf8')) as {
				version: string;
			};
			const peer = (await import(pathToFileURL(resolve(FOLDER, `${file}.mjs`)).href)) as PeerModule;
			peers.push({ name: `${name} ${version}`, start: (work) => startPeer(peer, work) });
		} catch (error) {
			console.error(`the peer ${name} is left out: ${error instanceof Error ? error.message : String(error)}`);
		}
	}
	const numpy = wanted === undefined || wanted.includes('numpy') ? openBlas() : null;
	return numpy === null ? peers : [...peers, numpy];
}

async function startPeer(peer: PeerModule, work: PeerWork): Promise<EngineRun | null> {
	const run = await peer.start({ ...work, ...peer.semantics });
	if (run === null) return null;
	return { ...run, semantics: peer.semantics, train: (ms) => trainFor(ms, work.examples, () => run.epoch()) };
}

/** Milliseconds by a clock: the wall's, or on a busy machine (`--clock=cpu`) the time that this process has been at work. */
export function now(): number {
	if (!process.argv.includes('--clock=cpu')) return performance.now();
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

/** Whole epochs until `ms` milliseconds have passed; how many examples a second. */
export async function trainFor(ms: number, examples: number, epoch: () => void | Promise<void>): Promise<number> {
	const from = now();
	let done = 0;
	let passed = 0;
	while (passed < ms) {
		await epoch();
		done += examples;
		passed = now() - from;
	}
	return (done / passed) * 1000;
}

/** numpy in one thread, where Python has it. */
function openBlas(): Engine | null {
	const python = process.platform === 'win32' ? 'python' : 'python3';
	const asked = spawnSync(python, ['-c', 'import numpy; print(numpy.__version__)'], { encoding: 'utf8' });
	if (asked.status !== 0) return null;
	const threads = { OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1', OMP_NUM_THREADS: '1' };
	return {
		name: `numpy ${asked.stdout.trim()}`,
		async start(work) {
			if (work.optimiser.kind !== 'sgd' || work.layers.some((layer) => layer.activation === 'tanh')) return null;
			const child = spawn(
				python,
				[resolve(FOLDER, 'openblas.py'), ...process.argv.filter((arg) => arg === '--clock=cpu')],
				{
					env: { ...process.env, ...threads },
					stdio: ['pipe', 'pipe', 'inherit'],
				},
			);
			const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
			const ask = async (line: string): Promise<unknown> => {
				child.stdin.write(`${line}\n`);
				const answer = await lines.next();
				if (answer.done) throw new Error('numpy ended without an answer');
				return JSON.parse(answer.value);
			};
			const numbers = {
				parameters: Array.from(work.parameters),
				x: Array.from(work.x),
				y: Array.from(work.y),
			};
			await ask(JSON.stringify({ ...work, ...numbers }));
			const train = async (ms: number) => {
				const { ms: passed, epochs } = (await ask(String(ms))) as { ms: number; epochs: number };
				return ((epochs * work.examples) / passed) * 1000;
			};
			return {
				semantics: {},
				train,
				async epoch() {
					await train(0);
				},
				outputs: async () => (await ask('outputs')) as number[],
				stop: () => child.stdin.end(),
			};
		},
	};
}
