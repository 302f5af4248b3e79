import { expect, it } from 'vitest';
import type { ActivationName } from './activation';
import { backward } from './backward';
import { drawDataSet } from './data-set';
import { forward } from './forward';
import { checkGradients } from './gradient-check';
import { type Initialiser, initialiseNetwork } from './initialise';
import { dense } from './layer-shape';
import { createMatrix, type Matrix, toRows } from './matrix';
import { layerNorms } from './norms';
import { openStream } from './random-stream';
import { createTrainer } from './train';

const seeds = Array.from({ length: 40 }, (_, n) => n + 1);

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] as number;

function normalMatrix(rows: number, columns: number, seed: number, name: string): Matrix {
	const stream = openStream(seed, name);
	const matrix = createMatrix(rows, columns);
	matrix.data.set(matrix.data.map(() => stream.normal()));
	return matrix;
}

/** ||dl/dz^1|| / ||dl/dz^10|| through nine layers of 16 units and one linear output, for one example: one number a seed. */
function firstToLast(activation: ActivationName, initialiser: Initialiser): number[] {
	const layers = [...Array.from({ length: 9 }, () => dense(16, activation)), dense(1, 'identity')];
	return seeds.map((seed) => {
		const network = initialiseNetwork({ inputs: 16, layers }, initialiser, openStream(seed, 'weights'));
		const pass = forward(network, normalMatrix(1, 16, seed, 'data'));
		const targets = normalMatrix(1, 1, seed, 'targets');
		const norms = layerNorms(backward(network, pass, 'mean-squared-error', targets));
		return (norms[0]?.dz ?? Number.NaN) / (norms[9]?.dz ?? Number.NaN);
	});
}

it('the gradient vanishes through ten sigmoid layers, survives under ReLU with He and explodes at twice that', () => {
	const sigmoid = median(firstToLast('sigmoid', { kind: 'inverse-sqrt' }));
	expect(sigmoid).toBeGreaterThan(5e-7);
	expect(sigmoid).toBeLessThan(5e-6);
	const he = firstToLast('relu', { kind: 'he' });
	expect(median(he)).toBeGreaterThan(0.3);
	expect(median(he)).toBeLessThan(1.5);
	// Twice the weights double the gradient once for each of the nine layers it passes: 2^9 in every seed.
	expect(firstToLast('relu', { kind: 'he', gain: 2 }).map((ratio, n) => ratio / (he[n] as number))).toEqual(
		seeds.map(() => expect.closeTo(512, 9)),
	);
});

it('the error of a finite difference is U-shaped in its step: least in between, lost to curvature or to rounding beyond', () => {
	const layers = [dense(8, 'tanh'), dense(8, 'tanh'), dense(1, 'tanh')];
	const errorAt = (eps: number) =>
		median(
			seeds.map((seed) => {
				const network = initialiseNetwork({ inputs: 2, layers }, { kind: 'xavier' }, openStream(seed, 'weights'));
				const x = normalMatrix(4, 2, seed, 'data');
				const y = normalMatrix(4, 1, seed, 'targets');
				return checkGradients(network, x, y, 'mean-squared-error', eps).relativeError;
			}),
		);
	const [wide, between, narrow] = [errorAt(1e-2), errorAt(1e-5), errorAt(1e-11)];
	expect(between).toBeLessThan(1e-9);
	expect(wide / between).toBeGreaterThan(100);
	expect(narrow / between).toBeGreaterThan(100);
});

it('units that start equal stay equal to the bit, units that start at random do not', () => {
	const spreadAfterTraining = (initialiser: Initialiser) => {
		const trainer = createTrainer({
			network: initialiseNetwork(
				{ inputs: 2, layers: [dense(7, 'tanh'), dense(1, 'sigmoid')] },
				initialiser,
				openStream(1, 'weights'),
			),
			loss: 'binary-cross-entropy',
			optimiser: { kind: 'sgd', learningRate: 0.5 },
			data: drawDataSet('circle', { size: 60 }, openStream(1, 'data')),
			batchSize: 7,
			seed: 1,
		});
		for (let n = 0; n < 20; n++) trainer.epoch();
		const units = toRows(trainer.network.weights[0] as Matrix);
		return Math.max(...units.map((unit) => Math.hypot(...unit.map((w, j) => w - (units[0]?.[j] as number)))));
	};
	expect(spreadAfterTraining({ kind: 'constant', value: 0.3 })).toBe(0);
	expect(spreadAfterTraining({ kind: 'xavier' })).toBeGreaterThan(0.5);
});
