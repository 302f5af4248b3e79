import { ACTIVATION_NAMES, type ActivationName, activations } from './activation';
import { drawProblem, lossesWithOutputs, nearKink, STRUCTURES } from './arbitrary-problem';
import { drawDataSet } from './data-set';
import { forward, outputOf } from './forward';
import { checkGradients } from './gradient-check';
import { type Initialiser, initialiseNetwork, weightSd } from './initialise';
import { dense, dropout, residual } from './layer-shape';
import { losses } from './loss';
import { createMatrix, matrixOf } from './matrix';
import { createNetwork } from './network';
import { type OptimiserSpec, optimisers, updateParameters } from './optimiser';
import { openStream } from './random-stream';
import { scheduleFactor } from './schedule';
import { traceExample } from './trace';
import { createTrainer, type Trainer } from './train';

/** Something that must hold of the engine, quickly found out: the dear ones come last. */
type Check = () => boolean;

const near = (actual: ArrayLike<number> | undefined, expected: readonly number[], within = 1e-13) =>
	actual?.length === expected.length && expected.every((value, k) => Math.abs((actual[k] as number) - value) <= within);

/** Backprop against differences over random architectures of one structure. */
function gradientsHold(structure: (typeof STRUCTURES)[number]): boolean {
	return ACTIVATION_NAMES.every((hidden) =>
		lossesWithOutputs([hidden]).every(({ loss, output }) => {
			if (structure === 'softmax' && loss === 'binary-cross-entropy') return true;
			return [1, 2, 3, 4].every((seed) => {
				const problem = drawProblem({ structure, hidden, output, loss }, seed);
				if (nearKink(problem, openStream(seed, 'dropout'))) return true;
				const masks = openStream(seed, 'dropout');
				return checkGradients(problem.network, problem.x, problem.y, loss, 1e-5, 1e-3, masks).maxRelativeError <= 1e-6;
			});
		}),
	);
}

/** f and f' at -1/4 and 3/2 by mpmath at 40 digits. */
const GOLDEN_ACTIVATIONS: Readonly<Record<ActivationName, readonly number[]>> = {
	identity: [-0.25, 1, 1.5, 1],
	sigmoid: [0.4378234991142019, 0.24613408273759835, 0.8175744761936437, 0.14914645207033286],
	tanh: [-0.24491866240370913, 0.940014848806378, 0.9051482536448664, 0.18070663892364852],
	relu: [0, 0, 1.5, 1],
	'leaky-relu': [-0.0025, 0.01, 1.5, 1],
	gelu: [-0.10032341857926907, 0.304626645116364, 1.399789198096713, 1.1274691922299795],
	softplus: [0.5759394198788436, 0.4378234991142019, 1.7014132779827524, 0.8175744761936437],
};

/** The net 2-2-1 of trace.test.ts with the values that mpmath gives at 40 digits. */
function goldenTrace(): boolean {
	const shape = { inputs: 2, layers: [dense(2, 'tanh'), dense(1, 'sigmoid')] };
	const network = createNetwork(shape, Float64Array.of(0.1, -0.2, 0.4, 0.3, 0.05, -0.1, 0.7, -0.5, 0.2));
	const trace = traceExample(network, [1, -2], [1], 'binary-cross-entropy');
	const [first] = trace.layers;
	return (
		near(first?.z, [0.55, -0.3]) &&
		near(trace.output, [0.6673048658294813]) &&
		near([trace.loss], [0.40450826728216555]) &&
		near(first?.dW.data, [-0.1745437322036136, 0.3490874644072272, 0.15223080714965562, -0.30446161429931123])
	);
}

/** The value of each loss at z = (1, 2, 1/2), y = (1, 0, 0), by mpmath. */
function goldenLosses(): boolean {
	const z = Float64Array.of(1, 2, 0.5);
	const y = Float64Array.of(1, 0, 0);
	const value = (name: keyof typeof losses, a = z) => losses[name].value(z, a, y, 0, 3);
	return near(
		[
			value('mean-squared-error'),
			value('softmax-cross-entropy'),
			value('binary-cross-entropy', z.map(activations.sigmoid.f)),
		],
		[4.25 / 3, 1.464368784107945, 1.1380888942471006],
	);
}

function goldenBlock(): boolean {
	const layers = [dense(1, 'identity'), residual([dense(1, 'identity')], 0.5)];
	const network = createNetwork({ inputs: 1, layers }, Float64Array.of(2, 0, 3, 1));
	return near(outputOf(forward(network, matrixOf([[3]]))).data, [15.5]);
}

function dropoutKeepsTheMean(): boolean {
	const network = createNetwork({ inputs: 100, layers: [dropout(0.3), dense(1, 'identity')] });
	const x = createMatrix(200, 100);
	x.data.fill(1);
	const through = forward(network, x, openStream(1, 'dropout')).values[1]?.data ?? new Float64Array();
	const dropped = through.filter((v) => v === 0).length / through.length;
	const mean = through.reduce((sum, v) => sum + v, 0) / through.length;
	const off = forward(network, x).values[1]?.data.every((v) => v === 1) ?? false;
	return off && Math.abs(dropped - 0.3) < 0.015 && Math.abs(mean - 1) < 0.02;
}

/** Where w = 1 goes under the gradients 0.5, -1, 0.25 at rate 0.1, by mpmath from the papers' equations. */
const GOLDEN_PATHS: readonly [OptimiserSpec, readonly number[]][] = [
	[{ kind: 'sgd', learningRate: 0.1 }, [0.95, 1.05, 1.025]],
	[{ kind: 'sgd', learningRate: 0.1, weightDecay: 0.2 }, [0.93, 1.0114, 0.966172]],
	[{ kind: 'sgd', learningRate: 0.1, clipNorm: 0.3 }, [0.97, 1, 0.975]],
	[{ kind: 'sgd', learningRate: 0.1, schedule: { kind: 'step', every: 1, factor: 0.5 } }, [0.95, 1, 0.99375]],
	[{ kind: 'momentum', learningRate: 0.1 }, [0.95, 1.005, 1.0295]],
	[{ kind: 'nesterov', learningRate: 0.1 }, [0.905, 1.0545, 1.05155]],
	[{ kind: 'rmsprop', learningRate: 0.1 }, [0.6837722539831608, 0.9694865315341814, 0.8962416917664732]],
	[{ kind: 'adam', learningRate: 0.1 }, [0.900000002, 0.9366103542405656, 0.9502794203389764]],
	[{ kind: 'adamw', learningRate: 0.1, weightDecay: 0.2 }, [0.880000002, 0.8990103542005656, 0.8946992132149651]],
];

function goldenPath([spec, expected]: (typeof GOLDEN_PATHS)[number]): boolean {
	const w = Float64Array.of(1);
	const memory = new Float64Array(optimisers[spec.kind].memoryPerParameter);
	return [0.5, -1, 0.25].every((g, index) => {
		updateParameters(spec, w, Float64Array.of(g), memory, new Float64Array(1), index + 1);
		return near(w, [expected[index] as number]);
	});
}

function goldenSchedules(): boolean {
	const cosine = [1, 2, 3, 4, 5].map((step) => scheduleFactor({ kind: 'cosine', steps: 4, least: 0.1 }, step));
	const warm = [1, 2, 3].map((step) => scheduleFactor({ kind: 'warm-up', steps: 2 }, step));
	return near(cosine, [1, 0.8681980515339464, 0.55, 0.23180194846605362, 0.1]) && near(warm, [0.5, 1, 1]);
}

function initialisersHaveTheirSpread(): boolean {
	const expected: [Initialiser, number][] = [
		[{ kind: 'normal', sd: 0.3 }, 0.3],
		[{ kind: 'inverse-sqrt' }, 0.1],
		[{ kind: 'xavier' }, Math.sqrt(2 / 300)],
		[{ kind: 'he' }, Math.sqrt(2 / 100)],
		[{ kind: 'orthogonal' }, Math.sqrt(1 / 200)],
	];
	return expected.every(([initialiser, sd]) => {
		const shape = { inputs: 100, layers: [dense(200, 'tanh')] };
		const { data } = initialiseNetwork(shape, initialiser, openStream(1, 'weights')).weights[0] ?? createMatrix(1, 1);
		const measured = Math.sqrt(data.reduce((sum, w) => sum + w * w, 0) / data.length);
		return Math.abs(measured / sd - 1) < 0.03 && Math.abs(weightSd(initialiser, 100, 200) / sd - 1) < 1e-12;
	});
}

function openTrainer(batchSize: number): Trainer {
	const layers = [dense(6, 'tanh'), dropout(0.4), dense(1, 'sigmoid')];
	return createTrainer({
		network: initialiseNetwork({ inputs: 2, layers }, { kind: 'xavier' }, openStream(1, 'weights')),
		loss: 'binary-cross-entropy',
		optimiser: { kind: 'adam', learningRate: 0.05 },
		data: drawDataSet('moons', { size: 20 }, openStream(1, 'data')),
		batchSize,
		seed: 1,
	});
}

function restoreIsExact(): boolean {
	const [trainer, other] = [openTrainer(8), openTrainer(8)];
	for (let n = 0; n < 4; n++) trainer.step();
	const kept = trainer.state();
	for (let n = 0; n < 7; n++) trainer.step();
	const end = JSON.stringify(trainer.state());
	return [trainer, other].every((again) => {
		again.restore(kept);
		for (let n = 0; n < 7; n++) again.step();
		return JSON.stringify(again.state()) === end;
	});
}

function epochsUseEveryExampleOnce(): boolean {
	const trainer = openTrainer(8);
	const seen = new Map<number, number>();
	for (let n = 0; n < 3; n++) {
		trainer.step();
		const { data } = trainer.last()?.pass.input ?? createMatrix(0, 2);
		for (let k = 0; k < data.length; k += 2) seen.set(data[k] as number, (seen.get(data[k] as number) ?? 0) + 1);
	}
	return trainer.state().epoch === 1 && seen.size === 20 && [...seen.values()].every((times) => times === 1);
}

/** Whether the first step of a chain of units with `parameters` is refused, and nothing of the state changed. */
function stopsAtOnce(parameters: Float64Array, optimiser: OptimiserSpec, x: number, y: number): boolean {
	const layers = Array.from({ length: parameters.length / 2 }, () => dense(1, 'identity'));
	const trainer = createTrainer({
		network: createNetwork({ inputs: 1, layers }, parameters),
		loss: 'mean-squared-error',
		optimiser,
		data: { x: matrixOf([[x]]), y: matrixOf([[y]]) },
		batchSize: 1,
		seed: 1,
	});
	const before = JSON.stringify(trainer.state());
	return !trainer.step().ok && JSON.stringify(trainer.state()) === before;
}

const CHECKS: Readonly<Record<string, Check>> = {
	'the golden trace': goldenTrace,
	'golden losses': goldenLosses,
	'the golden block': goldenBlock,
	'the mean under dropout': dropoutKeepsTheMean,
	'golden schedules': goldenSchedules,
	'the spread of initialisers': initialisersHaveTheirSpread,
	'exact restoring': restoreIsExact,
	'epochs of every example': epochsUseEveryExampleOnce,
	'the stop at divergence': () => stopsAtOnce(Float64Array.of(1e100, 0), { kind: 'sgd', learningRate: 1e250 }, 1, 0),
	'the stop at an infinite memory': () =>
		stopsAtOnce(Float64Array.of(1, 0, 0, 0), { kind: 'adam', learningRate: 0.1 }, 1e10, 1e150),
	...Object.fromEntries(
		ACTIVATION_NAMES.map((name): [string, Check] => {
			const { f, derivative } = activations[name];
			return [
				`golden values of ${name}`,
				() => near([f(-0.25), derivative(-0.25), f(1.5), derivative(1.5)], GOLDEN_ACTIVATIONS[name]),
			];
		}),
	),
	...Object.fromEntries(
		GOLDEN_PATHS.map((path): [string, Check] => [`the path of ${JSON.stringify(path[0])}`, () => goldenPath(path)]),
	),
	...Object.fromEntries(
		STRUCTURES.map((structure): [string, Check] => [`gradients, ${structure}`, () => gradientsHold(structure)]),
	),
};

/** The name of the first check that this very copy of the engine fails, an error counting as failure; null when it is sound. */
export function firstFailedCheck(): string | null {
	for (const [name, holds] of Object.entries(CHECKS)) {
		try {
			if (!holds()) return name;
		} catch {
			return name;
		}
	}
	return null;
}
