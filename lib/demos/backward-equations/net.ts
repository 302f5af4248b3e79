import { initialiseNetwork } from '@/lib/engine/initialise';
import { dense } from '@/lib/engine/layer-shape';
import type { Network } from '@/lib/engine/network';
import { openStream } from '@/lib/engine/random-stream';
import type { BackwardParams } from './params';

/** The net 2-3-2-1 of the demo, small enough to show every number; biases are drawn too, so that none is 0. */
export function backwardNet({ seed, activation }: Pick<BackwardParams, 'seed' | 'activation'>): Network {
	const layers = [dense(3, activation), dense(2, activation), dense(1, activation)];
	const stream = openStream(seed, 'weights');
	const network = initialiseNetwork({ inputs: 2, layers }, { kind: 'inverse-sqrt' }, stream);
	for (const b of network.biases) for (let i = 0; i < b.length; i++) b[i] = 0.3 * stream.normal();
	return network;
}

/** One example for it: an input of two numbers about 1 in size, and a target. */
export function backwardExample(seed: number): { x: readonly number[]; y: readonly number[] } {
	const stream = openStream(seed, 'data');
	return { x: [stream.normal(), stream.normal()], y: [stream.uniform() < 0.5 ? 0 : 1] };
}
