import { describe, expect, it } from 'vitest';
import { defaultParams } from '@/lib/demos/field';
import { BACKWARD_STEPS, type BackwardFrame, type BackwardLayer, backwardModel, isDone } from './model';
import { backwardFields } from './params';

const params = { ...defaultParams(backwardFields), seed: 4 };
const last = () => [...backwardModel.run(params)].at(-1) as BackwardFrame;
const dot = (u: readonly number[], v: readonly number[]) =>
	u.reduce((sum, uk, k) => sum + uk * (v[k] ?? Number.NaN), 0);

describe('the demo backward-equations', () => {
	it('starts with (3) at the output, then goes (1), (2), and (4) to the layer below', () => {
		expect(BACKWARD_STEPS.map(({ equation, l }) => `${equation}@${l}`).join(' ')).toBe(
			'3@3 1@3 2@3 4@2 1@2 2@2 4@1 1@1 2@1',
		);
	});

	it('shows no gradient before its step', () => {
		const [first] = backwardModel.run(params);
		expect(first && isDone(first, 'dz', 3)).toBe(true);
		expect(first && isDone(first, 'dW', 3)).toBe(false);
		expect(first && isDone(first, 'dz', 2)).toBe(false);
	});

	it('shows numbers that satisfy the four equations, worked out by hand from one another', () => {
		const { layers, target } = last();
		for (const [index, layer] of layers.entries()) {
			const next = layers[index + 1];
			const above = (j: number) =>
				next
					? dot(
							next.dz,
							(next as BackwardLayer).W.map((row) => row[j] ?? Number.NaN),
						)
					: 2 * ((layer.a[j] ?? Number.NaN) - target);
			layer.dz.forEach((dz, i) => {
				expect(dz).toBeCloseTo(above(i) * (layer.slope[i] ?? Number.NaN), 14);
				expect(layer.db[i]).toBe(dz);
				layer.input.forEach((input, j) => {
					expect(layer.dW[i]?.[j]).toBeCloseTo(dz * input, 14);
				});
			});
		}
	});
});
