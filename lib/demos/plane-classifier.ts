import type { ActivationName } from '@/lib/engine/activation';
import { type DataSet, type DataSetName, drawDataSet } from '@/lib/engine/data-set';
import { forward, outputOf } from '@/lib/engine/forward';
import { type Initialiser, initialiseNetwork } from '@/lib/engine/initialise';
import { dense } from '@/lib/engine/layer-shape';
import { createMatrix } from '@/lib/engine/matrix';
import type { Network } from '@/lib/engine/network';
import { openStream } from '@/lib/engine/random-stream';

/** The usual scale of the weights: He's for ReLU, 1/sqrt(D) for the others. */
export function usualInitialiser(activation: ActivationName): Initialiser {
	return { kind: activation === 'relu' ? 'he' : 'inverse-sqrt' };
}

/** A net for two classes of points in the plane: 2 inputs, `hidden` layers of `width` units, one sigmoid output. */
export function planeNet(
	{ hidden, width, activation, seed }: { hidden: number; width: number; activation: ActivationName; seed: number },
	initialiser: Initialiser = usualInitialiser(activation),
): Network {
	const layers = [...Array.from({ length: hidden }, () => dense(width, activation)), dense(1, 'sigmoid')];
	return initialiseNetwork({ inputs: 2, layers }, initialiser, openStream(seed, 'weights'));
}

/** Points of a named set from the seed's own stream for them; 'data' trains, another name is for held-out points. */
export function planeData(
	name: DataSetName,
	options: { size: number; noise?: number },
	seed: number,
	stream: 'data' | 'validation' = 'data',
): DataSet {
	return drawDataSet(name, options, openStream(seed, stream));
}

/** What a net answers over the square [-reach, reach]^2: `values[row * size + column]`, row 0 at the top. */
export interface PlaneMap {
	size: number;
	reach: number;
	values: Float32Array;
}

/** The output of a plane net at the middles of size x size cells. */
export function planeMap(network: Network, size = 40, reach = 1.25): PlaneMap {
	const points = createMatrix(size * size, 2);
	const middle = (k: number) => reach * ((2 * (k + 0.5)) / size - 1);
	for (let k = 0; k < size * size; k++) {
		points.data[2 * k] = middle(k % size);
		points.data[2 * k + 1] = -middle(Math.floor(k / size));
	}
	return { size, reach, values: Float32Array.from(outputOf(forward(network, points)).data) };
}
