import { expect, it } from 'vitest';
import { accuracy } from './accuracy';
import { matrixOf } from './matrix';

it('accuracy() of one output compares sides of the threshold', () => {
	expect(accuracy(matrixOf([[0.6], [0.4], [0.9], [0.1]]), matrixOf([[1], [1], [1], [0]]))).toBe(0.75);
	expect(accuracy(matrixOf([[0.2], [-0.2]]), matrixOf([[1], [1]]), 0)).toBe(0.5);
});

it('accuracy() of several outputs compares where the greatest lies', () => {
	const outputs = matrixOf([
		[3, 1, 2],
		[-5, -4, -3],
	]);
	const targets = matrixOf([
		[1, 0, 0],
		[0, 1, 0],
	]);
	expect(accuracy(outputs, targets)).toBe(0.5);
});
