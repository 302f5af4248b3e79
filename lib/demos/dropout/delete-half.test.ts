import { describe, expect, it } from 'vitest';
import { forward } from '@/lib/engine/forward';
import { initialiseNetwork } from '@/lib/engine/initialise';
import { dense } from '@/lib/engine/layer-shape';
import { matrixOf } from '@/lib/engine/matrix';
import { openStream } from '@/lib/engine/random-stream';
import { deleteHalf } from './delete-half';

describe('deleteHalf()', () => {
	const shape = { inputs: 2, layers: [dense(6, 'relu'), dense(1, 'identity')] };
	const network = initialiseNetwork(shape, { kind: 'he' }, openStream(3, 'weights'));

	it('takes away what half of the units put in and doubles the rest', () => {
		const x = matrixOf([[0.7, -0.4]]);
		const whole = forward(network, x);
		const { network: half, off } = deleteHalf(network, openStream(1, 'deletion'));
		expect(new Set(off).size).toBe(3);
		const kept = Array.from(whole.a[0]?.data ?? []).reduce(
			(sum, a, unit) => sum + (off.includes(unit) ? 0 : 2 * a * (network.weights[1]?.data[unit] ?? 0)),
			0,
		);
		expect(forward(half, x).z[1]?.data[0]).toBeCloseTo(kept, 12);
	});

	it('leaves the network itself as it was', () => {
		const before = network.parameters.slice();
		deleteHalf(network, openStream(1, 'deletion'));
		expect(network.parameters).toEqual(before);
	});
});
