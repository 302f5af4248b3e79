import { describe, expect, it } from 'vitest';
import { type Initialiser, initialiseNetwork, weightSd } from './initialise';
import { dense } from './layer-shape';
import { openStream } from './random-stream';

const shape = { inputs: 100, layers: [dense(300, 'tanh'), dense(50, 'relu')] };

describe('initialiseNetwork()', () => {
	const cases: [Initialiser, number, number][] = [
		[{ kind: 'normal', sd: 0.3 }, 0.3, 0.3],
		[{ kind: 'inverse-sqrt' }, 1 / Math.sqrt(100), 1 / Math.sqrt(300)],
		[{ kind: 'inverse-sqrt', gain: 3 }, 3 / Math.sqrt(100), 3 / Math.sqrt(300)],
		[{ kind: 'xavier' }, Math.sqrt(2 / 400), Math.sqrt(2 / 350)],
		[{ kind: 'he', gain: 2 }, 2 * Math.sqrt(2 / 100), 2 * Math.sqrt(2 / 300)],
	];
	for (const [initialiser, first, second] of cases) {
		it(`draws weights of the sd of ${JSON.stringify(initialiser)} around 0, and biases 0`, () => {
			const network = initialiseNetwork(shape, initialiser, openStream(1, 'weights'));
			for (const [index, sd] of [first, second].entries()) {
				const weights = Array.from(network.weights[index]?.data ?? []);
				const mean = weights.reduce((sum, w) => sum + w, 0) / weights.length;
				const variance = weights.reduce((sum, w) => sum + w * w, 0) / weights.length;
				expect(Math.abs(mean)).toBeLessThan(0.03 * sd);
				expect(Math.sqrt(variance) / sd).toBeCloseTo(1, 1);
				expect(network.biases[index]?.every((b) => b === 0)).toBe(true);
			}
			expect(weightSd(initialiser, 100, 300)).toBeCloseTo(first, 15);
		});
	}

	it('fills with zeros or one constant without drawing from the stream', () => {
		const stream = openStream(1, 'weights');
		const before = stream.state();
		const zero = initialiseNetwork(shape, { kind: 'zero' }, stream);
		const constant = initialiseNetwork(shape, { kind: 'constant', value: 0.7 }, stream);
		expect(zero.parameters.every((w) => w === 0)).toBe(true);
		expect(constant.weights.every((W) => W.data.every((w) => w === 0.7))).toBe(true);
		expect(constant.biases.every((b) => b.every((v) => v === 0))).toBe(true);
		expect(stream.state()).toEqual(before);
	});

	it('draws the first layer alike whatever the layers above', () => {
		const low = { inputs: 3, layers: [dense(4, 'tanh')] };
		const high = { inputs: 3, layers: [dense(4, 'tanh'), dense(9, 'tanh')] };
		const [a, b] = [low, high].map((s) => initialiseNetwork(s, { kind: 'he' }, openStream(2, 'weights')).weights[0]);
		expect(a).toEqual(b);
	});
});
