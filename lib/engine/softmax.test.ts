import { expect, it } from 'vitest';
import { backward, lossOfPass } from './backward';
import { forward, outputOf } from './forward';
import { dense, softmax } from './layer-shape';
import { matrixOf } from './matrix';
import { createNetwork } from './network';

const head = createNetwork(
	{ inputs: 1, layers: [dense(3, 'identity'), softmax()] },
	Float64Array.of(1, 2, 0.5, 0, 0, 0),
);
const y = matrixOf([[1, 0, 0]]);

it('a softmax head gives the probabilities that mpmath gives at 40 digits, and their gradient', () => {
	const pass = forward(head, matrixOf([[1]]));
	const p = [0.23122389762214907, 0.6285317192117624, 0.14024438316608848];
	for (const [k, pk] of outputOf(pass).data.entries()) expect(pk).toBeCloseTo(p[k] as number, 15);
	const { loss, da } = backward(head, pass, 'mean-squared-error', y);
	expect(loss).toBeCloseTo(0.3352457682174035, 15);
	const expected = [-0.15503366637711924, 0.16407632680220297, -0.009042660425083747];
	for (const [k, d] of (da[0]?.data ?? []).entries()) expect(d).toBeCloseTo(expected[k] as number, 15);
});

it('cross-entropy on a softmax head is that of its logits, stable at 1000', () => {
	const far = forward(head, matrixOf([[1000]]));
	expect(Array.from(outputOf(far).data)).toEqual([0, 1, 0]);
	expect(lossOfPass(far, 'softmax-cross-entropy', y)).toBe(1000);
	const { loss, dz } = backward(head, far, 'softmax-cross-entropy', y);
	expect(loss).toBe(1000);
	expect(Array.from(dz[0]?.data ?? [])).toEqual([-1, 1, 0]);
});
