import { createCurveHistory } from '@/lib/demos/curve-history';
import { type PlaneGrid, planeInputs, unitGrids } from '@/lib/demos/plane-grid';
import type { ActivationName } from '@/lib/engine/activation';
import { backward } from '@/lib/engine/backward';
import { type DataSet, type DataSetName, type DataSetOptions, drawDataSet } from '@/lib/engine/data-set';
import { forward } from '@/lib/engine/forward';
import { type Initialiser, initialiseNetwork } from '@/lib/engine/initialise';
import { dense } from '@/lib/engine/layer-shape';
import type { Network } from '@/lib/engine/network';
import { layerNorms } from '@/lib/engine/norms';
import { openStream } from '@/lib/engine/random-stream';
import { createTrainer } from '@/lib/engine/train';

interface Net {
	hidden: readonly number[];
	activation: ActivationName;
	initialiser: Initialiser;
	seed: number;
}

/** A small net for a picture: two inputs, one sigmoid output. */
export function smallNet({ hidden, activation, initialiser, seed }: Net): Network {
	const layers = [...hidden.map((units) => dense(units, activation)), dense(1, 'sigmoid')];
	return initialiseNetwork({ inputs: 2, layers }, initialiser, openStream(seed, 'weights'));
}

/** Examples for a picture. */
export function smallData(name: DataSetName, seed: number, options: DataSetOptions): DataSet {
	return drawDataSet(name, options, openStream(seed, 'data'));
}

interface Training {
	data: DataSet;
	validation?: DataSet;
	epochs: number;
	learningRate: number;
	batchSize: number;
}

/** Trains it for a while: its losses by epoch on `data` and on `validation`, and what it came to answer. */
export function trained(network: Network, { data, validation, epochs, learningRate, batchSize }: Training) {
	const loss = 'binary-cross-entropy';
	const optimiser = { kind: 'sgd', learningRate } as const;
	const trainer = createTrainer({ network, loss, optimiser, data, batchSize, seed: 1 });
	const history = createCurveHistory(2);
	const lossOn = (set: DataSet) => backward(trainer.network, forward(trainer.network, set.x), loss, set.y).loss;
	for (let epoch = 1; epoch <= epochs; epoch++) {
		if (!trainer.epoch().ok) break;
		history.push(epoch, lossOn(data), validation ? lossOn(validation) : Number.NaN);
	}
	return { network: trainer.network, points: history.points() };
}

/** What its output answers over the plane. */
export function answerOf(network: Network, size = 40): PlaneGrid {
	const [grid] = unitGrids(network, planeInputs(size, 1.1));
	if (!grid) throw new RangeError('a net without outputs answers nothing');
	return grid;
}

/** The norm of dl/dz by layer of an untrained net. */
export function gradientNorms(network: Network, data: DataSet): number[] {
	const gradients = backward(network, forward(network, data.x), 'binary-cross-entropy', data.y);
	return layerNorms(gradients).map(({ dz }) => dz);
}
