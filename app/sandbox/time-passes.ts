import type { NetSize } from '@/lib/demos/backprop-complexity/cost';
import { netOfSize } from '@/lib/demos/backprop-complexity/cost';
import { allocateGradients, backwardInto } from '@/lib/engine/backward';
import { allocatePass, forwardInto } from '@/lib/engine/forward';
import { initialiseNetwork } from '@/lib/engine/initialise';
import { createMatrix } from '@/lib/engine/matrix';
import { openStream } from '@/lib/engine/random-stream';

/** Shorter than this a clock of a browser cannot tell times apart: passes are repeated until they fill it. */
const LEAST_MS = 4;

/** Milliseconds that a forward and a backward pass of this size take here: the least of five rounds, after one to warm up. */
export function timePasses(size: NetSize): number {
	const shape = netOfSize(size);
	const stream = openStream(1, 'weights');
	const network = initialiseNetwork(shape, { kind: 'inverse-sqrt' }, stream);
	const x = createMatrix(size.batch, size.width);
	for (let k = 0; k < x.data.length; k++) x.data[k] = stream.normal();
	const targets = createMatrix(size.batch, size.width);
	const pass = allocatePass(shape, x);
	const gradients = allocateGradients(shape, size.batch);
	const round = (times: number) => {
		const start = performance.now();
		for (let k = 0; k < times; k++) {
			forwardInto(network, pass);
			backwardInto(network, pass, 'mean-squared-error', targets, gradients);
		}
		return performance.now() - start;
	};
	let times = 1;
	for (let taken = round(1); taken < LEAST_MS && times < 1e5; taken = round(times)) times *= 2;
	return Math.min(...Array.from({ length: 5 }, () => round(times))) / times;
}
