import { type PlaneGrid, planeInputs, unitGrids } from '@/lib/demos/plane-grid';
import type { ActivationName } from '@/lib/engine/activation';
import { type DataSet, type DataSetName, drawDataSet } from '@/lib/engine/data-set';
import { type Initialiser, initialiseNetwork } from '@/lib/engine/initialise';
import { dense } from '@/lib/engine/layer-shape';
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

/** Half the side of the square of the plane that is shown. */
export const PLANE_HALF = 1.25;

/** The output of a plane net over [-PLANE_HALF, PLANE_HALF]^2, in 32 x 32 cells. */
export function answerGrid(network: Network): PlaneGrid {
	const [answer] = unitGrids(network, planeInputs(32, PLANE_HALF));
	if (!answer) throw new RangeError('a net has at least one output');
	return answer;
}
