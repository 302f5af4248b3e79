import { describe, expect, it } from 'vitest';
import type { ActivationName } from './activation';
import { backward } from './backward';
import { forward, outputOf } from './forward';
import { initialiseNetwork } from './initialise';
import { dense, type LayerShape, residual } from './layer-shape';
import { createMatrix, matrixOf } from './matrix';
import { createNetwork } from './network';
import { layerNorms } from './norms';
import { openStream } from './random-stream';

describe('a residual block', () => {
	it('is a + gain F(a), and its gradient dl/da (I + gain dF/da), by hand on one unit', () => {
		// a = 2 x = 6, F(a) = 3 a + 1 = 19, output 6 + 0.5 * 19 = 15.5; l = 15.5^2, dl/dout = 31.
		const layers = [dense(1, 'identity'), residual([dense(1, 'identity')], 0.5)];
		const network = createNetwork({ inputs: 1, layers }, Float64Array.of(2, 0, 3, 1));
		const pass = forward(network, matrixOf([[3]]));
		expect(outputOf(pass).data[0]).toBe(15.5);
		const { loss, da, dW } = backward(network, pass, 'mean-squared-error', matrixOf([[0]]));
		expect(loss).toBe(240.25);
		expect(da.map((d) => d.data[0])).toEqual([31 * (1 + 0.5 * 3), 31 * 0.5]);
		expect(dW.map((d) => d.data[0])).toEqual([31 * 2.5 * 3, 31 * 0.5 * 6]);
	});

	it('with gain 0 is not there: outputs and gradients of a net without it', () => {
		const around = (block: LayerShape[]) => [dense(3, 'tanh'), ...block, dense(1, 'identity')] as const;
		const withBlock = { inputs: 2, layers: around([residual([dense(5, 'sigmoid'), dense(3, 'tanh')], 0)]) };
		const network = initialiseNetwork(withBlock, { kind: 'xavier' }, openStream(1, 'weights'));
		const plain = createNetwork({ inputs: 2, layers: around([]) });
		for (const [from, to] of [
			[0, 0],
			[3, 1],
		] as const) {
			plain.weights[to]?.data.set(network.weights[from]?.data ?? []);
		}
		const x = matrixOf([[0.3, -0.7]]);
		const [a, b] = [network, plain].map((net) => {
			const pass = forward(net, x);
			return { out: outputOf(pass), dW: backward(net, pass, 'mean-squared-error', matrixOf([[1]])).dW[0] };
		});
		expect(a).toEqual(b);
	});

	it('carries the gradient through ten sigmoid layers, where it vanishes without', () => {
		const ratio = (skip: boolean, seed: number) => {
			const inner = (activation: ActivationName) => [dense(16, activation)];
			const layers = Array.from({ length: 9 }, () =>
				skip ? residual(inner('sigmoid'), 0.5) : (inner('sigmoid')[0] as LayerShape),
			);
			const shape = { inputs: 16, layers: [...layers, dense(1, 'identity')] };
			const network = initialiseNetwork(shape, { kind: 'inverse-sqrt' }, openStream(seed, 'weights'));
			const stream = openStream(seed, 'data');
			const x = createMatrix(1, 16);
			x.data.set(x.data.map(() => stream.normal()));
			const pass = forward(network, x);
			const norms = layerNorms(backward(network, pass, 'mean-squared-error', matrixOf([[stream.normal()]])));
			// dl/da of what leaves the first block against the last: dz carries a slope of the sigmoid in each.
			return (norms[0]?.dz ?? Number.NaN) / (norms[8]?.dz ?? Number.NaN);
		};
		for (let seed = 1; seed <= 10; seed++) {
			expect(ratio(false, seed)).toBeLessThan(1e-3);
			expect(ratio(true, seed)).toBeGreaterThan(0.3);
			expect(ratio(true, seed)).toBeLessThan(30);
		}
	});

	it('must end as wide as it begins, hold a layer and have a finite gain', () => {
		const net = (block: LayerShape) => () => createNetwork({ inputs: 2, layers: [block] });
		expect(net(residual([dense(3, 'tanh')]))).toThrow(/must end with the 2 units it begins with, got 3/);
		expect(net(residual([]))).toThrow(/at least one layer/);
		expect(net(residual([dense(2, 'tanh')], Number.NaN))).toThrow(/gain/);
		expect(net(residual([dense(3, 'tanh'), dense(2, 'tanh')]))).not.toThrow();
	});
});
