import { expect, it } from 'vitest';
import { dense } from './layer-shape';
import { copyNetwork, createNetwork, outputsOf, parameterCount } from './network';

const shape = { inputs: 2, layers: [dense(3, 'tanh'), dense(1, 'sigmoid')] };

it('createNetwork() lays W^1, b^1, W^2, b^2 one after another, as views of the parameters', () => {
	const network = createNetwork(
		shape,
		Float64Array.from({ length: 13 }, (_, k) => k),
	);
	expect(network.weights.map((W) => [W.rows, W.columns, Array.from(W.data)])).toEqual([
		[3, 2, [0, 1, 2, 3, 4, 5]],
		[1, 3, [9, 10, 11]],
	]);
	expect(network.biases.map((b) => Array.from(b))).toEqual([[6, 7, 8], [12]]);
	network.parameters[12] = -1;
	expect(network.biases[1]?.[0]).toBe(-1);
});

it('parameterCount() and outputsOf() count what the shape says', () => {
	expect(parameterCount(shape)).toBe(13);
	expect(outputsOf(shape)).toBe(1);
});

it('copyNetwork() is independent of its source', () => {
	const network = createNetwork(shape);
	const copy = copyNetwork(network);
	network.parameters.fill(5);
	expect(copy.parameters.every((w) => w === 0)).toBe(true);
});

it('createNetwork() refuses sizes that are no positive integers and parameters that do not fit', () => {
	expect(() => createNetwork({ inputs: 0, layers: [dense(1, 'tanh')] })).toThrow(/inputs/);
	expect(() => createNetwork({ inputs: 2, layers: [dense(1.5, 'tanh')] })).toThrow(/units of layer 1/);
	expect(() => createNetwork({ inputs: 2, layers: [] })).toThrow(/at least one layer/);
	expect(() => createNetwork(shape, new Float64Array(12))).toThrow(/13 parameters, got 12/);
});
