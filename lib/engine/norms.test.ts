import { expect, it } from 'vitest';
import { backward } from './backward';
import { forward } from './forward';
import { initialiseNetwork } from './initialise';
import { dense } from './layer-shape';
import { createMatrix, matrixOf } from './matrix';
import { createNetwork } from './network';
import { layerNorms, norm, saturatedShares } from './norms';
import { openStream } from './random-stream';

it('norm() is Euclidean, without overflow or underflow in the squares', () => {
	expect(norm(Float64Array.of(3, -4))).toBe(5);
	expect(norm(Float64Array.of(3e200, -4e200)) / 5e200).toBeCloseTo(1, 14);
	expect(norm(Float64Array.of(3e-200, -4e-200)) / 5e-200).toBeCloseTo(1, 14);
	expect(norm(new Float64Array(3))).toBe(0);
	expect(norm(Float64Array.of(1, Number.NaN))).toBeNaN();
	expect(norm(Float64Array.of(1, -Infinity))).toBe(Infinity);
});

it('layerNorms() takes the mean over examples of the norm of dl/dz and the norm of the mean gradient of W', () => {
	const network = createNetwork({ inputs: 1, layers: [dense(1, 'identity')] }, Float64Array.of(1, 0));
	const pass = forward(network, matrixOf([[1], [-3]]));
	const gradients = backward(network, pass, 'mean-squared-error', matrixOf([[0], [0]]));
	// dl/dz = 2 and -6; dl/dw = (2 * 1 + -6 * -3) / 2 = 10; dl/db = (2 - 6) / 2 = -2.
	expect(layerNorms(gradients)).toEqual([{ l: 1, dz: 4, da: 4, dW: 10, db: 2 }]);
});

it('saturatedShares() counts units whose slope is below 5 % of the greatest', () => {
	const network = createNetwork({ inputs: 1, layers: [dense(1, 'tanh')] }, Float64Array.of(1, 0));
	// 1 - tanh(2)^2 = 0.0707, 1 - tanh(2.5)^2 = 0.0266.
	const pass = forward(network, matrixOf([[0], [2], [2.5], [-9]]));
	expect(saturatedShares(network, pass)).toEqual([0.5]);
	expect(saturatedShares(network, pass, 0.1)).toEqual([0.75]);
});

it('saturatedShares() of tanh over 100 inputs is about 83 % with sd 1 and 3 % with sd 1/10, as the normal law says', () => {
	// |tanh'| < 0.05 where |z| > 2.18; z is normal with sd 10: P = 0.827; with sd 1: P = 0.029.
	const stream = openStream(1, 'data');
	const x = createMatrix(200, 100);
	x.data.set(x.data.map(() => stream.normal()));
	const share = (sd: number) => {
		const shape = { inputs: 100, layers: [dense(100, 'tanh')] };
		const network = initialiseNetwork(shape, { kind: 'normal', sd }, openStream(1, 'weights'));
		return saturatedShares(network, forward(network, x))[0];
	};
	expect(share(1)).toBeCloseTo(0.827, 1);
	expect(share(0.1)).toBeCloseTo(0.029, 2);
});
