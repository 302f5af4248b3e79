import { describe, expect, it } from 'vitest';
import type { Grain } from '@/lib/demos/demo';
import { defaultParams } from '@/lib/demos/field';
import { perceptronModel } from './model';
import { BATCH, EXAMPLES, perceptronTrainer } from './net';
import { perceptronFields } from './params';
import { type PerceptronWalk, PHASES, walkTraining } from './walk';

const params = { ...defaultParams(perceptronFields), hidden: 1 };
const plan = { epochs: 3, batches: EXAMPLES / BATCH };

function walk(grainAt: (step: number) => Grain): { points: PerceptronWalk[]; parameters: number[] } {
	const trainer = perceptronTrainer(params);
	const steps = walkTraining(trainer, plan);
	const points: PerceptronWalk[] = [];
	steps.next();
	for (let n = 0; ; n++) {
		const step = steps.next(grainAt(n));
		if (step.done) return { points, parameters: [...trainer.network.parameters] };
		if (step.value) points.push(step.value);
	}
}

describe('walkTraining()', () => {
	it('makes a point an epoch, a batch or a phase, as asked', () => {
		expect(walk(() => 'epoch').points).toHaveLength(3);
		expect(walk(() => 'batch').points).toHaveLength(3 * plan.batches);
		const { points } = walk(() => 'phase');
		expect(points.map(({ phase }) => phase)).toEqual(Array.from({ length: 3 * plan.batches }, () => PHASES).flat());
	});

	it('ends with the same weights, to the bit, whatever the grains', () => {
		const { parameters } = walk(() => 'epoch');
		expect(walk(() => 'phase').parameters).toEqual(parameters);
		expect(walk((n) => (['phase', 'batch', 'epoch', 'phase'] as const)[n % 4] ?? 'epoch').parameters).toEqual(
			parameters,
		);
	});

	it('goes to the end of the epoch from within a batch, without stopping at its update', () => {
		const { points } = walk((n) => (n === 0 ? 'phase' : 'epoch'));
		expect(points.slice(0, 2)).toMatchObject([
			{ epoch: 1, batch: 1, phase: 'forward' },
			{ epoch: 1, batch: plan.batches, phase: 'update' },
		]);
	});

	it('uses every example once an epoch, and changes weights in the update alone', () => {
		const { points } = walk(() => 'phase');
		const epoch = points.filter((point) => point.epoch === 2);
		const used = epoch.filter(({ phase }) => phase === 'loss').flatMap(({ examples }) => examples);
		expect(used.toSorted((a, b) => a - b)).toEqual(Array.from({ length: EXAMPLES }, (_, k) => k));
		const [forward, loss, backward, update] = epoch;
		expect(loss?.weights).toEqual(forward?.weights);
		expect(backward?.weights).toEqual(forward?.weights);
		expect(update?.weights).not.toEqual(forward?.weights);
	});
});

describe('training of the demo', () => {
	it('walked by epochs comes to just what its run came to', () => {
		const run = perceptronModel.run(params);
		let step = run.next();
		let last = null;
		while (!step.done) {
			last = step.value;
			step = run.next();
		}
		const train = perceptronModel.train?.(params);
		let trained = null;
		for (let next = train?.next(); next && !next.done; next = train?.next('epoch')) trained = next.value;
		expect(trained?.accuracies).toEqual(last?.accuracies);
		expect(trained?.answer).toEqual(last?.answer);
	});
});
