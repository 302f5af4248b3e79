import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forward, outputOf } from '@/lib/engine/forward';
import { initialiseNetwork } from '@/lib/engine/initialise';
import { dense, dropout } from '@/lib/engine/layer-shape';
import { createMatrix } from '@/lib/engine/matrix';
import { openStream } from '@/lib/engine/random-stream';
import { createFastForward } from './fast-forward';
import { FAST_ACTIVATIONS } from './fast-plan';

const layer = fc.record({ units: fc.integer({ min: 1, max: 19 }), activation: fc.constantFrom(...FAST_ACTIVATIONS) });

describe('createFastForward()', () => {
	it('agrees with forward() to 2e-6 on random networks and numbers of rows', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 12 }),
				fc.array(layer, { minLength: 1, maxLength: 3 }),
				fc.integer({ min: 1, max: 150 }),
				fc.nat(1000),
				(inputs, layers, rows, seed) => {
					const shape = { inputs, layers: layers.map(({ units, activation }) => dense(units, activation)) };
					const x = createMatrix(rows, inputs);
					const stream = openStream(seed, 'data');
					for (let k = 0; k < x.data.length; k++) x.data[k] = stream.normal();
					const network = initialiseNetwork(shape, { kind: 'xavier' }, openStream(seed, 'weights'));
					const net = createFastForward(shape, x);
					net.load(network);
					const expected = outputOf(forward(network, x));
					const found = createMatrix(rows, expected.columns);
					net.run(found);
					found.data.forEach((a, k) => {
						const size = Math.max(1, Math.abs(expected.data[k] as number));
						expect(Math.abs(a - (expected.data[k] as number)) / size).toBeLessThan(2e-6);
					});
				},
			),
			{ numRuns: 60 },
		);
	});

	it('refuses layers it does not know and sizes that do not fit', () => {
		const x = createMatrix(3, 2);
		const shape = { inputs: 2, layers: [dense(1, 'tanh')] };
		expect(() => createFastForward({ inputs: 2, layers: [dropout(0.5), dense(1, 'tanh')] }, x)).toThrow(/dropout/);
		expect(() => createFastForward({ ...shape, inputs: 3 }, x)).toThrow(RangeError);
		expect(() => createFastForward(shape, x).run(createMatrix(3, 2))).toThrow(/3 x 1, got 3 x 2/);
	});
});
