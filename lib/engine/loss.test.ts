import { describe, expect, it } from 'vitest';
import { activations } from './activation';
import { dense } from './layer-shape';
import { checkHead, type LossName, losses, meanLoss } from './loss';
import { matrixOf } from './matrix';

function lossOf(name: LossName, z: number[], y: number[]) {
	const zs = Float64Array.from(z);
	const a = name === 'binary-cross-entropy' ? zs.map(activations.sigmoid.f) : zs;
	const targets = Float64Array.from(y);
	const da = new Float64Array(z.length);
	const dz = new Float64Array(z.length);
	losses[name].backward(zs, a, targets, 0, z.length, da);
	losses[name].backwardThroughHead?.(a, targets, 0, z.length, dz);
	return { value: losses[name].value(zs, a, targets, 0, z.length), da: Array.from(da), dz: Array.from(dz) };
}

describe('losses', () => {
	it('mean squared error is the mean over outputs of the squared gaps', () => {
		const { value, da } = lossOf('mean-squared-error', [1, -2], [0.5, 1]);
		expect(value).toBe((0.25 + 9) / 2);
		expect(da).toEqual([0.5, -3]);
	});

	it('softmax cross-entropy of logits 1, 2, 1/2 and class 0 is what mpmath gives at 40 digits', () => {
		const { value, da } = lossOf('softmax-cross-entropy', [1, 2, 0.5], [1, 0, 0]);
		expect(value).toBeCloseTo(1.464368784107945, 14);
		expect(da[0]).toBeCloseTo(0.23122389762214907 - 1, 15);
		expect(da[1]).toBeCloseTo(0.6285317192117624, 15);
		expect(da[2]).toBeCloseTo(0.14024438316608848, 15);
	});

	it('softmax cross-entropy is exact at logits of 1000 and -1000', () => {
		expect(lossOf('softmax-cross-entropy', [1000, -1000], [0, 1])).toMatchObject({ value: 2000, da: [1, -1] });
		expect(lossOf('softmax-cross-entropy', [1000, -1000], [1, 0])).toMatchObject({ value: 0, da: [0, 0] });
		expect(lossOf('softmax-cross-entropy', [-1000, -1000], [1, 0]).value).toBeCloseTo(Math.LN2, 12);
	});

	it('softmax cross-entropy does not change when all logits move together', () => {
		const near = lossOf('softmax-cross-entropy', [0.25, 1.5, -2], [0.5, 0.25, 0.25]);
		const far = lossOf('softmax-cross-entropy', [512.25, 513.5, 510], [0.5, 0.25, 0.25]);
		expect(far.value).toBeCloseTo(near.value, 12);
		for (const k of [0, 1, 2]) expect(far.da[k]).toBeCloseTo(near.da[k] as number, 14);
	});

	it('binary cross-entropy is exact at z of 1000 and -1000, with a finite gradient through the sigmoid', () => {
		expect(lossOf('binary-cross-entropy', [1000], [0])).toMatchObject({ value: 1000, dz: [1] });
		expect(lossOf('binary-cross-entropy', [-1000], [1])).toMatchObject({ value: 1000, dz: [-1] });
		expect(lossOf('binary-cross-entropy', [1000], [1])).toMatchObject({ value: 0, dz: [0], da: [0] });
	});

	it('binary cross-entropy is -ln a for target 1 and -ln(1 - a) for target 0', () => {
		const { value, da, dz } = lossOf('binary-cross-entropy', [-0.25], [1]);
		expect(value).toBeCloseTo(-Math.log(0.4378234991142019), 15);
		expect(da[0]).toBeCloseTo(-1 / 0.4378234991142019, 14);
		expect(dz[0]).toBeCloseTo(0.4378234991142019 - 1, 15);
		expect(lossOf('binary-cross-entropy', [-0.25], [0]).value).toBeCloseTo(-Math.log(1 - 0.4378234991142019), 15);
	});

	it('meanLoss() is the mean over the examples of a batch', () => {
		const a = matrixOf([[1], [3]]);
		expect(meanLoss(losses['mean-squared-error'], a, a, matrixOf([[0], [0]]))).toBe(5);
	});

	it('checkHead() wants a sigmoid under binary and logits under softmax cross-entropy', () => {
		const ending = (activation: 'sigmoid' | 'identity' | 'tanh') => ({ inputs: 2, layers: [dense(1, activation)] });
		expect(() => checkHead(ending('tanh'), 'binary-cross-entropy')).toThrow(/'sigmoid', got 'tanh'/);
		expect(() => checkHead(ending('sigmoid'), 'softmax-cross-entropy')).toThrow(/'identity', got 'sigmoid'/);
		expect(() => checkHead(ending('sigmoid'), 'binary-cross-entropy')).not.toThrow();
		expect(() => checkHead(ending('tanh'), 'mean-squared-error')).not.toThrow();
	});
});
