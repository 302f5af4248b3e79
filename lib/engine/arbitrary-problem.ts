import type { ActivationName } from './activation';
import { forward } from './forward';
import { initialiseNetwork } from './initialise';
import { dense, dropout, type LayerShape, residual, softmax } from './layer-shape';
import { type LossName, losses } from './loss';
import { createMatrix, type Matrix } from './matrix';
import type { Network } from './network';
import { openStream, type RandomStream } from './random-stream';

/** What a random network is to hold besides dense layers. */
export const STRUCTURES = ['plain', 'dropout', 'residual', 'nested', 'softmax'] as const;

/** A random network, random biases too, with a batch and targets that suit the loss. */
export interface Problem {
	readonly network: Network;
	readonly x: Matrix;
	readonly y: Matrix;
}

/** What the random problem is to be about. */
export interface ProblemOptions {
	readonly structure: (typeof STRUCTURES)[number];
	readonly hidden: ActivationName;
	readonly output: ActivationName;
	readonly loss: LossName;
}

/** A problem of 1 to 4 layers of 1 to 6 units, for tests; the same seed gives the same. */
export function drawProblem({ structure, hidden, output, loss }: ProblemOptions, seed: number): Problem {
	const stream = openStream(seed, 'shape');
	const size = () => 1 + stream.integer(6);
	const inputs = size();
	const layers: LayerShape[] = [];
	let width = inputs;
	const addDense = () => {
		width = size();
		layers.push(dense(width, hidden));
	};
	for (let n = stream.integer(3); n > 0; n--) addDense();
	if (structure === 'dropout') layers.push(dropout(0.2 + 0.5 * stream.uniform()));
	if (structure === 'residual' || structure === 'nested') {
		const branch = [dense(size(), hidden), dense(width, hidden)];
		const inner = structure === 'nested' ? [residual([dense(width, hidden), dropout(0.3)], 0.7), ...branch] : branch;
		layers.push(residual(inner, 0.5 + stream.uniform()));
	}
	if (structure !== 'plain' && stream.integer(2) === 0) addDense();
	const outputs = structure === 'softmax' || loss === 'softmax-cross-entropy' ? 1 + size() : size();
	layers.push(dense(outputs, output));
	if (structure === 'softmax') layers.push(softmax());
	// Mean squared error takes any last layer: now and then a block that adds to what came before it.
	if (structure === 'residual' && losses[loss].head === null && stream.integer(2) === 0) {
		layers.push(residual([dense(outputs, output)], -0.8));
	}
	return { network: drawNetwork(inputs, layers, seed), ...drawBatch(inputs, outputs, loss, openStream(seed, 'data')) };
}

function drawNetwork(inputs: number, layers: LayerShape[], seed: number): Network {
	const weights = openStream(seed, 'weights');
	const network = initialiseNetwork({ inputs, layers }, { kind: 'inverse-sqrt' }, weights);
	for (const b of network.biases) b.set(b.map(() => 0.5 * weights.normal()));
	return network;
}

function drawBatch(inputs: number, outputs: number, loss: LossName, data: RandomStream): { x: Matrix; y: Matrix } {
	const batch = 1 + data.integer(5);
	const x = createMatrix(batch, inputs);
	x.data.set(x.data.map(() => data.normal()));
	const y = createMatrix(batch, outputs);
	for (let start = 0; start < y.data.length; start += outputs) {
		if (loss === 'softmax-cross-entropy') y.data[start + data.integer(outputs)] = 1;
		else {
			for (let k = start; k < start + outputs; k++) {
				y.data[k] = loss === 'binary-cross-entropy' ? data.integer(2) : data.normal();
			}
		}
	}
	return { x, y };
}

/** Whether some unit is so near a kink of its activation that the steps of a gradient check might cross it. */
export function nearKink({ network, x }: Problem, masks: RandomStream): boolean {
	const pass = forward(network, x, masks);
	return pass.layout.dense.some(
		({ activation }, index) =>
			(activation === 'relu' || activation === 'leaky-relu') && pass.z[index]?.data.some((z) => Math.abs(z) < 1e-3),
	);
}

/** Every loss with every activation that may come last for it. */
export function lossesWithOutputs(activations: readonly ActivationName[]): Pick<ProblemOptions, 'loss' | 'output'>[] {
	return Object.values(losses).flatMap(({ name, head }) =>
		(head === null ? activations : [head]).map((output) => ({ loss: name, output })),
	);
}
