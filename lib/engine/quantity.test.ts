import { expect, it } from 'vitest';
import { backward } from './backward';
import { forward } from './forward';
import { initialiseNetwork } from './initialise';
import { dense, residual } from './layer-shape';
import { matrixOf } from './matrix';
import { QUANTITY_NAMES, quantity } from './quantity';
import { openStream } from './random-stream';
import { traceExample } from './trace';

it('quantity() names for every layer what the trace of the same example shows', () => {
	const shape = { inputs: 2, layers: [dense(3, 'tanh'), residual([dense(3, 'sigmoid')], 0.5), dense(1, 'identity')] };
	const network = initialiseNetwork(shape, { kind: 'xavier' }, openStream(1, 'weights'));
	const pass = forward(network, matrixOf([[1, -2]]));
	const gradients = backward(network, pass, 'mean-squared-error', matrixOf([[0.5]]));
	const trace = traceExample(network, [1, -2], [0.5], 'mean-squared-error');
	expect(trace.layers.length).toBe(3);
	for (const layer of trace.layers) {
		for (const name of QUANTITY_NAMES) {
			const traced = layer[name];
			const numbers = 'data' in traced ? traced.data : traced;
			expect(quantity(name, layer.l, network, pass, gradients).data, `${name} ${layer.l}`).toEqual(numbers);
		}
	}
	expect(() => quantity('z', 4, network, pass, gradients)).toThrow(/no layer 4 in a network of 3/);
});
