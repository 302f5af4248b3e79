import type { ActivationName } from '@/lib/engine/activation';
import { dense } from '@/lib/engine/layer-shape';
import { createNetwork, inputsOfLayer, type Network } from '@/lib/engine/network';
import { openStream, type RandomStream } from '@/lib/engine/random-stream';

/** What a net to be followed by hand is made of. */
export interface HandNetOptions {
	inputs: number;
	/** The units of each layer, from 1 to L. */
	widths: readonly number[];
	activation: ActivationName;
	seed: number;
}

/** A net whose weights (sd about 1/sqrt(D)) and biases (sd 0.3) are whole tenths and none is 0, so that its sums can be done by hand. */
export function handNet({ inputs, widths, activation, seed }: HandNetOptions): Network {
	const network = createNetwork({ inputs, layers: widths.map((units) => dense(units, activation)) });
	const stream = openStream(seed, 'weights');
	network.weights.forEach(({ data }, index) => {
		const sd = 1 / Math.sqrt(inputsOfLayer(network.shape, index + 1));
		for (let k = 0; k < data.length; k++) data[k] = tenths(stream, sd);
		const b = network.biases[index];
		if (b) for (let i = 0; i < b.length; i++) b[i] = tenths(stream, 0.3);
	});
	return network;
}

/** `count` inputs for it of about 1 in size, whole tenths too, and a target, 0 or 1. */
export function handExample(count: number, seed: number): { x: readonly number[]; y: readonly number[] } {
	const stream = openStream(seed, 'data');
	const x = Array.from({ length: count }, () => tenths(stream, 1));
	return { x, y: [stream.uniform() < 0.5 ? 0 : 1] };
}

function tenths(stream: RandomStream, sd: number): number {
	for (;;) {
		const tenth = Math.round(10 * sd * stream.normal()) / 10;
		if (tenth !== 0) return tenth;
	}
}
