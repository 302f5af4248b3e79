import { setFlagsFromString } from 'node:v8';
import { createFastForward } from '@/lib/engine/fast/fast-forward';
import { createFastTrainer } from '@/lib/engine/fast/fast-trainer';
import { hasFusedSums } from '@/lib/engine/fast/simd-support';
import { forward, outputOf } from '@/lib/engine/forward';
import { losses, meanLoss } from '@/lib/engine/loss';
import { createMatrix } from '@/lib/engine/matrix';
import { createTrainer, type Trainer, type TrainingPlan } from '@/lib/engine/train';
import { type Engine, type EngineRun, now, openPeers, type PeerWork, type Semantics, trainFor } from './engine-peers';
import { inFirstOrder, planOf, WORKLOADS, type Workload } from './engine-workloads';
import type { Figure } from './figure';
import { trainInTurn } from './train-in-turn';

const ROUNDS = 5;
const ROUND_MS = 200;
/** Rounds of pictures before those that count: until then an engine is still being compiled. */
const WARM_ROUNDS = 10;
const REFERENCE = 'reference path';
const FAST = 'fast path';

/** What is asked of our paths: workload (by the start of its name), which path, how many times which peer (the start of its name). */
const BARS: readonly (readonly [workload: string, path: string, peer: string, times: number])[] = [
	['W1', REFERENCE, 'synaptic', 1.8],
	['W1', REFERENCE, 'tfjs-cpu', 100],
	['W1', FAST, 'synaptic', 9],
	['W1', FAST, 'tfjs-cpu', 500],
	['W2', REFERENCE, 'convnetjs', 6],
	['W2', REFERENCE, 'tfjs-wasm', 10],
	['W2', FAST, 'convnetjs', 40],
	['W2', FAST, 'tfjs-wasm', 65],
	['W3', REFERENCE, 'tfjs-wasm', 1.3],
	['W3', FAST, 'jax-js', 3],
	['W3', FAST, 'tfjs-wasm', 10],
	['W3', FAST, 'numpy', 0.43],
	['W4', REFERENCE, 'tfjs-wasm', 1.5],
	['W4', FAST, 'jax-js', 3],
	['W4', FAST, 'tfjs-wasm', 9],
	['W4', FAST, 'numpy', 0.32],
];

/**
 * Training examples a second on each workload, ours and the peers', and their ratios against what is asked; medians of rounds in
 * which every engine takes its turn. A peer counts only when its loss agrees with ours to 4 digits, before and after an epoch.
 * `--rounds=…`, `--only=W1,W2` and `--peers=none` (or `--peers=synaptic,numpy`) narrow a run; `--clock=cpu` is for a busy machine.
 */
export async function benchEngine(args: readonly string[]): Promise<Figure[]> {
	allowRelaxedSimd();
	const option = (name: string) => args.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1];
	const rounds = Number(option('rounds') ?? ROUNDS);
	const only = option('only')?.split(',');
	const peers = option('peers') === 'none' ? [] : await openPeers(option('peers')?.split(','));
	const figures: Figure[] = [];
	for (const workload of WORKLOADS) {
		if (only !== undefined && !only.some((name) => workload.name.startsWith(name))) continue;
		figures.push(...(await measure(workload, peers, rounds)));
	}
	return figures;
}

/** Browsers have relaxed SIMD (Chrome since 114), Node since 21: in Node 20 it is there behind a flag, for peers as for us. */
function allowRelaxedSimd(): void {
	if (Number.parseInt(process.versions.node, 10) < 21) setFlagsFromString('--experimental-wasm-relaxed-simd');
	console.error(`relaxed SIMD: ${hasFusedSums() ? 'on' : 'off'}`);
}

async function measure(workload: Workload, peers: readonly Engine[], rounds: number): Promise<Figure[]> {
	const { name, about } = workload;
	const plan = planOf(workload);
	const work: PeerWork = { ...workload, parameters: plan.network.parameters, ...inFirstOrder(plan) };
	const runs: { engine: string; run: EngineRun; speeds: number[] }[] = [];
	for (const engine of [ours(REFERENCE, createTrainer, plan), ours(FAST, createFastTrainer, plan), ...peers]) {
		const run = await engine.start(work);
		if (run === null) continue;
		if (await agrees(name, engine.name, run, plan, work)) runs.push({ engine: engine.name, run, speeds: [] });
		else run.stop?.();
	}
	for (const { run } of runs) await run.train(ROUND_MS);
	for (let round = 0; round < rounds; round++) {
		for (const { run, speeds } of runs) speeds.push(await run.train(ROUND_MS));
	}
	const speedOf = (start: string) => median(runs.find(({ engine }) => engine.startsWith(start))?.speeds ?? []);
	const speeds = runs.map(({ engine, run, speeds: all }): Figure => {
		const { batch, optimiser } = run.semantics;
		const but = [...(batch ? [`batch ${batch}`] : []), ...(optimiser ? [optimiser.kind] : [])].join(', ');
		return {
			name: `${name}  ${engine}${but === '' ? '' : ` (${but})`}`,
			value: median(all) / 1000,
			unit: 'thousand examples/s',
		};
	});
	const ratios = BARS.filter(([start, , peer]) => name.startsWith(start) && !Number.isNaN(speedOf(peer))).map(
		([, path, peer, bar]): Figure => ({
			name: `${name}  ${path} / ${peer}`,
			value: speedOf(path) / speedOf(peer),
			unit: 'x',
			bar,
			atLeast: true,
		}),
	);
	const rest = name === 'W1' ? oneForward(plan, rounds) : name === 'W2' ? await grid(plan, runs, rounds) : [];
	for (const { run } of runs) run.stop?.();
	return [
		{ name: `${name}: ${about}`, value: workload.examples, unit: 'examples an epoch' },
		...speeds,
		...ratios,
		...rest,
	];
}

function ours(name: string, create: (plan: TrainingPlan) => Trainer, plan: TrainingPlan): Engine {
	return {
		name,
		async start(work) {
			const trainer = create(plan);
			const epoch = () => {
				const report = trainer.epoch();
				if (!report.ok)
					throw new Error(`${name} stopped at step ${report.step}: ${report.quantity} of layer ${report.layer}`);
			};
			return {
				semantics: {},
				train: (ms) => trainFor(ms, work.examples, epoch),
				async epoch() {
					epoch();
				},
				outputs: async () =>
					outputOf(
						forward(trainer.network, createMatrix(work.examples, plan.data.x.columns, Float64Array.from(work.x))),
					).data,
			};
		},
	};
}

/** Whether the loss is that of our reference path to 4 digits, before and after one epoch trained as this engine trains. */
async function agrees(
	workload: string,
	engine: string,
	run: EngineRun,
	plan: TrainingPlan,
	work: PeerWork,
): Promise<boolean> {
	const { batch, optimiser, inTurn }: Semantics = run.semantics;
	const reference = createTrainer({
		...plan,
		batchSize: batch ?? plan.batchSize,
		optimiser: optimiser ?? plan.optimiser,
	});
	const x = createMatrix(work.examples, plan.data.x.columns, Float64Array.from(work.x));
	const y = createMatrix(work.examples, plan.data.y.columns, Float64Array.from(work.y));
	const lossOf = (outputs: ArrayLike<number>) => {
		const a = createMatrix(y.rows, y.columns, Float64Array.from(outputs));
		return meanLoss(losses[plan.loss], a, a, y);
	};
	const pairs: [number, number][] = [];
	for (const moment of ['before', 'after']) {
		if (moment === 'after') {
			if (inTurn) trainInTurn(reference.network, x, y, plan.optimiser.learningRate);
			else reference.epoch();
			await run.epoch();
		}
		pairs.push([lossOf(await run.outputs()), lossOf(outputOf(forward(reference.network, x)).data)]);
	}
	const equal = pairs.every(([a, b]) => Math.abs(a - b) <= 1e-4 * Math.abs(b));
	const told = pairs.map(([a, b]) => `${a.toPrecision(6)} (ours ${b.toPrecision(6)})`).join(' → ');
	console.error(`${workload}  ${engine}: loss ${told}${equal ? '' : ': they differ, so its speed does not count'}`);
	return equal;
}

/** One pass through W1 of its batch, and of a single example, outputs read: the bar is held against the batch. */
function oneForward(plan: TrainingPlan, rounds: number): Figure[] {
	return [plan.batchSize, 1].map((size): Figure => {
		const { columns, data } = plan.data.x;
		const net = createFastForward(plan.network.shape, createMatrix(size, columns, data.slice(0, size * columns)));
		net.load(plan.network);
		const outputs = createMatrix(size, plan.data.y.columns);
		const times = Array.from({ length: rounds + WARM_ROUNDS }, () => {
			const from = now();
			for (let n = 0; n < 100_000; n++) net.run(outputs);
			return (now() - from) / 100;
		});
		const name = size === 1 ? 'W1  one forward pass of one example' : `W1  one forward pass of a batch of ${size}`;
		return { name, value: median(times.slice(WARM_ROUNDS)), unit: 'us', ...(size === 1 ? {} : { bar: 0.5 }) };
	});
}

/** The net of W2 on 100 x 100 points: parameters loaded, outputs read. */
async function grid(
	plan: TrainingPlan,
	runs: readonly { engine: string; run: EngineRun }[],
	rounds: number,
): Promise<Figure[]> {
	const points = Float32Array.from({ length: 20_000 }, (_, k) => {
		const point = Math.floor(k / 2);
		return ((k % 2 === 0 ? point % 100 : Math.floor(point / 100)) / 99) * 2 - 1;
	});
	const net = createFastForward(plan.network.shape, createMatrix(10_000, 2, Float64Array.from(points)));
	const outputs = createMatrix(10_000, 2);
	const ourPicture = () => {
		net.load(plan.network);
		net.run(outputs);
	};
	const theirs = await runs.find(({ engine }) => engine.startsWith('tfjs-wasm'))?.run.pictureOf?.(points, 10_000);
	const [a, b]: [number[], number[]] = [[], []];
	for (let round = 0; round < 3 * rounds + WARM_ROUNDS; round++) {
		for (const [picture, times] of [[ourPicture, a] as const, [theirs, b] as const]) {
			if (picture === undefined) continue;
			const from = now();
			for (let n = 0; n < 5; n++) picture();
			times.push((now() - from) / 5);
		}
	}
	const figures: Figure[] = [
		{ name: 'W2  a grid of 100 x 100 points', value: median(a.slice(WARM_ROUNDS)), unit: 'ms' },
	];
	if (theirs === undefined) return figures;
	return [
		...figures,
		{ name: 'W2  a grid of 100 x 100 points, tfjs-wasm', value: median(b.slice(WARM_ROUNDS)), unit: 'ms' },
		{
			name: 'W2  grid, tfjs-wasm / fast path',
			value: median(b.slice(WARM_ROUNDS)) / median(a.slice(WARM_ROUNDS)),
			unit: 'x',
			bar: 2.8,
			atLeast: true,
		},
	];
}

function median(numbers: readonly number[]): number {
	return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
