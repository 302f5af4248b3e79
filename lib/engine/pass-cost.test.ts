import { afterEach, expect, it, vi } from 'vitest';
import { allocateGradients, backwardInto } from './backward';
import { allocatePass, forwardInto } from './forward';
import { dense, dropout, residual } from './layer-shape';
import { createMatrix, type Matrix } from './matrix';
import { createNetwork } from './network';
import { bytesKept, multiplyAdds } from './pass-cost';
import * as product from './product';

vi.mock('./product', { spy: true });
afterEach(() => vi.clearAllMocks());

const shape = {
	inputs: 3,
	layers: [dense(5, 'tanh'), dropout(0.5), residual([dense(7, 'relu'), dense(5, 'tanh')], 0.5), dense(2, 'identity')],
};

it('multiplyAdds() is what the products really do, counted at each call', () => {
	const network = createNetwork(shape);
	const pass = allocatePass(shape, createMatrix(4, 3));
	const gradients = allocateGradients(shape, 4);
	const size = (matrix: Matrix) => matrix.rows * matrix.columns;
	forwardInto(network, pass);
	const forward = vi.mocked(product.affineProduct).mock.calls.reduce((sum, [X, W]) => sum + X.rows * size(W), 0);
	backwardInto(network, pass, 'mean-squared-error', createMatrix(4, 2), gradients);
	const throughWeights = vi.mocked(product.plainProduct).mock.calls.reduce((sum, [D, W]) => sum + D.rows * size(W), 0);
	const ofWeights = vi
		.mocked(product.transposedProduct)
		.mock.calls.reduce((sum, [D, X]) => sum + size(D) * X.columns, 0);
	expect(forward).toBe(4 * (15 + 35 + 35 + 10));
	expect(multiplyAdds(shape, 4)).toMatchObject({
		forward,
		backward: throughWeights + ofWeights,
		total: forward + throughWeights + ofWeights,
	});
});

it('multiplyAdds() grows like M^2, like L and like B', () => {
	const total = (width: number, depth: number, batch: number) =>
		multiplyAdds({ inputs: width, layers: Array.from({ length: depth }, () => dense(width, 'relu')) }, batch).total;
	expect(total(128, 8, 16) / total(64, 8, 16)).toBe(4);
	expect(total(64, 8, 32) / total(64, 8, 16)).toBe(2);
	// The first layer spares one product: 3 L - 1 of them.
	expect(total(64, 16, 16) / total(64, 8, 16)).toBe(47 / 23);
});

it('bytesKept() is what the arrays of a step take up', () => {
	const network = createNetwork(shape);
	const pass = allocatePass(shape, createMatrix(4, 3));
	const gradients = allocateGradients(shape, 4);
	const bytes = (matrices: readonly Matrix[]) => matrices.reduce((sum, { data }) => sum + data.byteLength, 0);
	expect(bytesKept(shape, 4, 'adam')).toEqual({
		parameters: network.parameters.byteLength,
		gradients: gradients.parameters.byteLength,
		optimiser: 2 * network.parameters.byteLength,
		activations: bytes([...pass.values, ...pass.z, ...pass.masks]),
		total: 4 * network.parameters.byteLength + bytes([...pass.values, ...pass.z, ...pass.masks]),
	});
});
