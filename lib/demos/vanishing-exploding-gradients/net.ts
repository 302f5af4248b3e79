import { type DataSet, drawDataSet } from '@/lib/engine/data-set';
import { type Initialiser, initialiseNetwork } from '@/lib/engine/initialise';
import { dense } from '@/lib/engine/layer-shape';
import type { Network } from '@/lib/engine/network';
import { openStream } from '@/lib/engine/random-stream';
import type { VanishingParams } from './params';

/** The deep net of the demo: 2 inputs, L − 1 layers of M units, one sigmoid output; weights `gain` times the usual scale. */
export function deepNet({ depth, width, activation, gain, seed }: VanishingParams): Network {
	const hidden = Array.from({ length: depth - 1 }, () => dense(width, activation));
	const shape = { inputs: 2, layers: [...hidden, dense(1, 'sigmoid')] };
	const initialiser: Initialiser = { kind: activation === 'relu' ? 'he' : 'inverse-sqrt', gain };
	return initialiseNetwork(shape, initialiser, openStream(seed, 'weights'));
}

/** Its examples: 200 points, a disc inside a ring. */
export function deepData(seed: number): DataSet {
	return drawDataSet('circle', { size: 200 }, openStream(seed, 'data'));
}
