import { describe, expect, it } from 'vitest';
import { defaultParams } from '@/lib/demos/field';
import { firstToLast, outcomeOf, vanishingModel } from './model';
import { type VanishingParams, vanishingFields } from './params';

const usual: VanishingParams = defaultParams(vanishingFields);
const framesOf = (params: VanishingParams) => [...vanishingModel.run(params)];

describe('the demo vanishing-exploding-gradients', () => {
	it('reaches one layer more with each frame, from the last to the first', () => {
		expect(framesOf(usual).map((frame) => frame.reached)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
	});

	it('splits each step into weights and slopes whose product is the ratio', () => {
		const signals = framesOf({ ...usual, activation: 'tanh', seed: 5 }).at(-1)?.signals ?? [];
		const product = signals.reduce((sofar, signal) => sofar * signal.byWeights * signal.bySlopes, 1);
		expect(product).toBeCloseTo(outcomeOf(signals).ratio, 12);
	});

	it('gives slopes of at most 1/4 to the sigmoid and 1 to ReLU', () => {
		for (const { bySlopes } of framesOf(usual).at(-1)?.signals.slice(0, -1) ?? [])
			expect(bySlopes).toBeLessThanOrEqual(0.25);
		for (const { bySlopes } of framesOf({ ...usual, activation: 'relu' }).at(-1)?.signals ?? []) {
			expect(bySlopes).toBeLessThanOrEqual(1);
		}
	});

	it('gets a ratio of 0, and says so, where no unit of a layer is on', () => {
		const narrow: VanishingParams = { ...usual, activation: 'relu', width: 2, depth: 30 };
		const seed = Array.from({ length: 50 }, (_, k) => k + 1).find(
			(candidate) => firstToLast({ ...narrow, seed: candidate }) === 0,
		);
		expect(seed).toBeDefined();
		const run = vanishingModel.run({ ...narrow, seed: seed ?? 1 });
		let step = run.next();
		while (!step.done) step = run.next();
		expect(step.value.why).toContain('switched off');
	});

	it('stops training with the step and layer when a number is no longer finite, and keeps the last good epoch', () => {
		const training = vanishingModel.train?.({ ...usual, activation: 'relu', gain: 2 });
		const frames = [];
		let step = training?.next();
		while (step && !step.done) {
			frames.push(step.value);
			step = training?.next();
		}
		expect(step?.value).toMatch(/^Training stopped at step \d+: \w+ of layer \d+ is no longer finite/);
		expect(frames.at(-1)?.training?.stopped).toContain('no longer finite');
		expect(frames.at(-1)?.signals.every(({ norm }) => Number.isFinite(norm))).toBe(true);
	});

	it('trains ReLU on the usual scale, and the loss falls', () => {
		const training = vanishingModel.train?.({ ...usual, activation: 'relu', depth: 3 });
		const losses = Array.from({ length: 40 }, () => {
			const step = training?.next();
			return step && !step.done ? (step.value.training?.loss ?? Number.NaN) : Number.NaN;
		});
		expect(losses[39]).toBeLessThan(0.3 * (losses[0] ?? 0));
	});
});
