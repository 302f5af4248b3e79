import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backward } from './backward';
import { forward } from './forward';
import { initialiseNetwork } from './initialise';
import { dense } from './layer-shape';
import { createMatrix, matrixOf, toRows } from './matrix';
import { createNetwork } from './network';
import { openStream } from './random-stream';
import { traceExample } from './trace';

it('traceExample() of one sigmoid unit gives the numbers of the card on neurons', () => {
	const neuron = createNetwork({ inputs: 2, layers: [dense(1, 'sigmoid')] }, Float64Array.of(0.5, 0.5, 0.25));
	const trace = traceExample(neuron, [1, -2], [1], 'mean-squared-error');
	const [layer] = trace.layers;
	expect(layer?.z[0]).toBe(-0.25);
	// mpmath, 40 digits: 1 / (1 + e^(1/4)) and its product with one minus itself.
	expect(layer?.a[0]).toBeCloseTo(0.4378234991142019, 15);
	expect(layer?.slope[0]).toBeCloseTo(0.24613408273759835, 15);
	expect(trace.loss).toBeCloseTo((1 - 0.4378234991142019) ** 2, 15);
});

it('traceExample() of a 2-2-1 net gives every quantity as mpmath works it out at 40 digits from the equations', () => {
	const shape = { inputs: 2, layers: [dense(2, 'tanh'), dense(1, 'sigmoid')] };
	const network = createNetwork(shape, Float64Array.of(0.1, -0.2, 0.4, 0.3, 0.05, -0.1, 0.7, -0.5, 0.2));
	const trace = traceExample(network, [1, -2], [1], 'binary-cross-entropy');
	const close = (actual: ArrayLike<number> | undefined, expected: number[]) => {
		expect(actual?.length).toBe(expected.length);
		for (const [k, value] of expected.entries()) expect(actual?.[k]).toBeCloseTo(value, 14);
	};
	const [first, second] = trace.layers;
	close(first?.z, [0.55, -0.3]);
	close(first?.a, [0.5005202111902352, -0.2913126124515909]);
	close(second?.input, [0.5005202111902352, -0.2913126124515909]);
	close(second?.z, [0.6960204540589601]);
	close(trace.output, [0.6673048658294813]);
	close([trace.loss], [0.40450826728216555]);
	close(second?.dz, [-0.3326951341705187]);
	close(second?.db, [-0.3326951341705187]);
	close(second?.dW.data, [-0.16652063881699164, 0.09691828868514635]);
	close(first?.da, [-0.2328865939193631, 0.16634756708525936]);
	close(first?.dz, [-0.1745437322036136, 0.15223080714965562]);
	close(first?.dW.data, [-0.1745437322036136, 0.3490874644072272, 0.15223080714965562, -0.30446161429931123]);
	expect(first?.shapes).toMatchObject({
		W: [2, 2],
		b: [2, 1],
		z: [2, 1],
		da: [1, 2],
		dz: [1, 2],
		dW: [2, 2],
		db: [1, 2],
	});
	expect(second?.shapes).toMatchObject({ W: [1, 2], input: [2, 1], z: [1, 1], dz: [1, 1], dW: [1, 2] });
	expect([first?.l, second?.l]).toEqual([1, 2]);
});

it('a row of a batch is worked out to the same bits as alone, and the batch gradient is the mean of the single ones', () => {
	fc.assert(
		fc.property(fc.nat(10_000), fc.integer({ min: 1, max: 9 }), (seed, batch) => {
			const shape = { inputs: 3, layers: [dense(5, 'tanh'), dense(4, 'relu'), dense(2, 'identity')] };
			const network = initialiseNetwork(shape, { kind: 'xavier' }, openStream(seed, 'weights'));
			const stream = openStream(seed, 'data');
			const x = createMatrix(batch, 3);
			x.data.set(x.data.map(() => stream.normal()));
			const y = matrixOf(Array.from({ length: batch }, (_, b) => (b % 2 === 0 ? [1, 0] : [0, 1])));
			const pass = forward(network, x);
			const gradients = backward(network, pass, 'softmax-cross-entropy', y);
			const traces = toRows(x).map((row, b) => traceExample(network, row, toRows(y)[b] ?? [], 'softmax-cross-entropy'));
			for (const [index, z] of pass.z.entries()) {
				expect(toRows(z)).toEqual(traces.map((trace) => Array.from(trace.layers[index]?.z ?? [])));
				const dz = gradients.dz[index];
				expect(dz && toRows(dz)).toEqual(traces.map((trace) => Array.from(trace.layers[index]?.dz ?? [])));
				for (const [k, mean] of (gradients.dW[index]?.data ?? []).entries()) {
					const sum = traces.reduce((total, trace) => total + (trace.layers[index]?.dW.data[k] as number), 0);
					expect(mean).toBeCloseTo(sum / batch, 13);
				}
			}
			expect(gradients.loss).toBeCloseTo(traces.reduce((sum, trace) => sum + trace.loss, 0) / batch, 13);
		}),
		{ numRuns: 30 },
	);
});

it('traceExample() refuses an example or a target of the wrong length', () => {
	const network = createNetwork({ inputs: 2, layers: [dense(1, 'tanh')] });
	expect(() => traceExample(network, [1], [0], 'mean-squared-error')).toThrow(/2 inputs/);
	expect(() => traceExample(network, [1, 2], [0, 1], 'mean-squared-error')).toThrow(/1 x 1, got 1 x 2/);
});
