import { drawnDataSet } from '@/lib/engine/data-drawn';
import { type DataSet, drawDataSet } from '@/lib/engine/data-set';
import { initialiseNetwork } from '@/lib/engine/initialise';
import { dense } from '@/lib/engine/layer-shape';
import { openStream } from '@/lib/engine/random-stream';
import { createTrainer, type Trainer } from '@/lib/engine/train';
import { drawnPoints } from './drawn-points';
import type { PerceptronParams } from './params';

/** How many examples a named set has, and how many a step of training takes. */
export const EXAMPLES = 200;
export const BATCH = 10;

/** Its examples: 200 points of two classes, or those that the learner has put down. */
export function perceptronData({
	data,
	points,
	seed,
}: Pick<PerceptronParams, 'data' | 'points' | 'seed'>): Pick<DataSet, 'x' | 'y'> {
	if (data === 'drawn') return drawnDataSet(drawnPoints(points));
	return drawDataSet(data, { size: EXAMPLES }, openStream(seed, 'data'));
}

/** Training of the demo's net: 2 inputs, the hidden layers, one sigmoid output; cross-entropy, batches of 10. */
export function perceptronTrainer(params: PerceptronParams): Trainer {
	const { hidden, width, activation, seed } = params;
	const layers = [...Array.from({ length: hidden }, () => dense(width, activation)), dense(1, 'sigmoid')];
	const kind = activation === 'relu' ? 'he' : 'inverse-sqrt';
	return createTrainer({
		network: initialiseNetwork({ inputs: 2, layers }, { kind }, openStream(seed, 'weights')),
		loss: 'binary-cross-entropy',
		optimiser: { kind: 'sgd', learningRate: 0.3 },
		data: perceptronData(params),
		batchSize: BATCH,
		seed,
	});
}
