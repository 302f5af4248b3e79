import { drawDataSet } from '@/lib/engine/data-set';
import { initialiseNetwork } from '@/lib/engine/initialise';
import { type DenseShape, dense } from '@/lib/engine/layer-shape';
import type { LossName } from '@/lib/engine/loss';
import { createMatrix, type Matrix } from '@/lib/engine/matrix';
import type { OptimiserSpec } from '@/lib/engine/optimiser';
import { openStream } from '@/lib/engine/random-stream';
import { createTrainer, type TrainingPlan } from '@/lib/engine/train';

/** A net, its loss and optimiser, and how many examples an epoch of the benchmark has. */
export interface Workload {
	readonly name: string;
	readonly about: string;
	readonly widths: readonly number[];
	readonly layers: readonly DenseShape[];
	readonly loss: LossName;
	readonly optimiser: OptimiserSpec;
	readonly batch: number;
	readonly examples: number;
}

const relu = (units: number) => dense(units, 'relu');
const deep = (width: number, examples: number): Workload => ({
	name: `W4 (${width})`,
	about: `eight dense layers of ${width}, ReLU, MSE, batch 64, SGD`,
	widths: Array.from({ length: 9 }, () => width),
	layers: Array.from({ length: 8 }, () => relu(width)),
	loss: 'mean-squared-error',
	optimiser: { kind: 'sgd', learningRate: 0.1 },
	batch: 64,
	examples,
});

/** The nets that are measured. */
export const WORKLOADS: readonly Workload[] = [
	{
		name: 'W1',
		about: '2-8-8-1, tanh, MSE, batch 10, SGD',
		widths: [2, 8, 8, 1],
		layers: [dense(8, 'tanh'), dense(8, 'tanh'), dense(1, 'tanh')],
		loss: 'mean-squared-error',
		optimiser: { kind: 'sgd', learningRate: 0.05 },
		batch: 10,
		examples: 1000,
	},
	{
		name: 'W2',
		about: '2-32-32-32-2, ReLU, softmax cross-entropy, batch 32, Adam',
		widths: [2, 32, 32, 32, 2],
		layers: [relu(32), relu(32), relu(32), dense(2, 'identity')],
		loss: 'softmax-cross-entropy',
		optimiser: { kind: 'adam', learningRate: 0.003 },
		batch: 32,
		examples: 1024,
	},
	{
		name: 'W3',
		about: '784-128-64-10, ReLU, softmax cross-entropy, batch 64, SGD',
		widths: [784, 128, 64, 10],
		layers: [relu(128), relu(64), dense(10, 'identity')],
		loss: 'softmax-cross-entropy',
		optimiser: { kind: 'sgd', learningRate: 0.05 },
		batch: 64,
		examples: 512,
	},
	deep(256, 128),
	deep(512, 64),
];

/** The plan of a workload: points of a circle where there are two inputs, else random examples with a class each; floats of 32 bits. */
export function planOf(workload: Workload): TrainingPlan {
	const { widths, layers, loss, optimiser, batch, examples } = workload;
	const shape = { inputs: widths[0] ?? 0, layers };
	const stream = openStream(7, 'data');
	const outputs = widths.at(-1) ?? 0;
	const y = createMatrix(examples, outputs);
	let x: Matrix;
	if (shape.inputs === 2) {
		const circle = drawDataSet('circle', { size: examples }, stream);
		x = circle.x;
		circle.y.data.forEach((label, n) => {
			if (outputs === 1) y.data[n] = label;
			else y.data[n * outputs + label] = 1;
		});
	} else {
		x = createMatrix(examples, shape.inputs);
		for (let k = 0; k < x.data.length; k++) x.data[k] = stream.uniform();
		for (let n = 0; n < examples; n++) y.data[n * outputs + stream.integer(outputs)] = 1;
	}
	x.data.set(Float32Array.from(x.data));
	const kind = layers[0]?.activation === 'tanh' ? 'xavier' : 'he';
	const network = initialiseNetwork(shape, { kind }, openStream(7, 'weights'));
	network.parameters.set(Float32Array.from(network.parameters));
	return { network, loss, optimiser, data: { x, y }, batchSize: batch, seed: 7 };
}

/** The examples in the order in which our trainers take them in their first epoch, so that peers take them in the same. */
export function inFirstOrder(plan: TrainingPlan): { x: Float32Array; y: Float32Array } {
	const { order } = createTrainer(plan).state();
	const rows = ({ columns, data }: Matrix) =>
		Float32Array.from(
			Array.from(order).flatMap((row) => Array.from(data.subarray(row * columns, (row + 1) * columns))),
		);
	return { x: rows(plan.data.x), y: rows(plan.data.y) };
}
