import type { Matrix } from '@/lib/engine/matrix';
import { copyNetwork, type Network } from '@/lib/engine/network';
import type { RandomStream } from '@/lib/engine/random-stream';

/** A copy without a random half of its hidden units (those in `off`, from 0), the weights out of the others doubled. */
export function deleteHalf(network: Network, stream: RandomStream): { network: Network; off: number[] } {
	const copy = copyNetwork(network);
	const out = copy.weights[1] as Matrix;
	const order = Array.from({ length: out.columns }, (_, unit) => unit);
	stream.shuffle(order);
	const off = order.slice(0, Math.floor(out.columns / 2));
	const factor = out.columns / (out.columns - off.length);
	for (let k = 0; k < out.data.length; k++) {
		out.data[k] = off.includes(k % out.columns) ? 0 : factor * (out.data[k] as number);
	}
	return { network: copy, off };
}
