import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawDataSet } from '@/lib/engine/data-set';
import { initialiseNetwork } from '@/lib/engine/initialise';
import { dense } from '@/lib/engine/layer-shape';
import { LOSS_NAMES, type LossName } from '@/lib/engine/loss';
import { createMatrix, matrixOf } from '@/lib/engine/matrix';
import { createNetwork } from '@/lib/engine/network';
import { OPTIMISER_KINDS } from '@/lib/engine/optimiser';
import { openStream } from '@/lib/engine/random-stream';
import { createTrainer, type TrainingPlan } from '@/lib/engine/train';
import { FAST_ACTIVATIONS, type FastActivation } from './fast-plan';
import { createFastTrainer } from './fast-trainer';

const HEADS: Record<LossName, FastActivation | null> = {
	'mean-squared-error': null,
	'binary-cross-entropy': 'sigmoid',
	'softmax-cross-entropy': 'identity',
};

const size = fc.integer({ min: 1, max: 21 });

/** Plans of all kinds: sizes that fill panels and tiles and that do not, a last batch that is not full. */
const plans = fc
	.record({
		inputs: size,
		hidden: fc.array(fc.record({ units: size, activation: fc.constantFrom(...FAST_ACTIVATIONS) }), { maxLength: 3 }),
		outputs: size,
		head: fc.constantFrom(...FAST_ACTIVATIONS),
		loss: fc.constantFrom(...LOSS_NAMES),
		kind: fc.constantFrom(...OPTIMISER_KINDS),
		weightDecay: fc.constantFrom(0, 0.01),
		examples: fc.integer({ min: 1, max: 40 }),
		batchSize: fc.integer({ min: 1, max: 24 }),
		seed: fc.nat(1000),
	})
	.map(({ inputs, hidden, outputs, head, loss, kind, weightDecay, examples, batchSize, seed }): TrainingPlan => {
		const layers = hidden.map(({ units, activation }) => dense(units, activation));
		const shape = { inputs, layers: [...layers, dense(outputs, HEADS[loss] ?? head)] };
		const stream = openStream(seed, 'data');
		const x = createMatrix(examples, inputs);
		const y = createMatrix(examples, outputs);
		for (let k = 0; k < x.data.length; k++) x.data[k] = Math.fround(stream.normal());
		for (let k = 0; k < y.data.length; k++) y.data[k] = Math.fround(stream.uniform());
		const network = initialiseNetwork(shape, { kind: 'xavier' }, openStream(seed, 'weights'));
		network.parameters.set(Float32Array.from(network.parameters, (w) => w + 0.01));
		// A large epsilon: the first steps of Adam go by the sign of the gradient, which rounding may turn.
		const optimiser = { kind, learningRate: 0.05, weightDecay, epsilon: 0.1 };
		return { network, loss, optimiser, data: { x, y }, batchSize, seed };
	});

/** The stated tolerance: losses and parameters agree to 2e-5 of the greater of 1 and their size, over the first six steps. */
const TOLERANCE = 2e-5;
const apart = (a: number, b: number) => Math.abs(a - b) / Math.max(1, Math.abs(b));

describe('createFastTrainer()', () => {
	it('agrees with the reference path on random networks, losses, optimisers and batches', () => {
		fc.assert(
			fc.property(plans, (plan) => {
				const fast = createFastTrainer(plan);
				const reference = createTrainer(plan);
				for (let n = 0; n < 6; n++) {
					const [a, b] = [fast.step(), reference.step()];
					if (!a.ok || !b.ok) throw new Error(`not finite at step ${n}`);
					expect(apart(a.loss, b.loss)).toBeLessThan(TOLERANCE);
					const { parameters } = reference.network;
					const worst = fast.network.parameters.reduce((m, w, k) => Math.max(m, apart(w, parameters[k] as number)), 0);
					expect(worst).toBeLessThan(TOLERANCE);
				}
				expect(fast.state().shuffle).toEqual(reference.state().shuffle);
			}),
			{ numRuns: 120 },
		);
	});

	const plan = (seed: number): TrainingPlan => ({
		network: initialiseNetwork(
			{ inputs: 2, layers: [dense(8, 'tanh'), dense(1, 'sigmoid')] },
			{ kind: 'xavier' },
			openStream(seed, 'weights'),
		),
		loss: 'binary-cross-entropy',
		optimiser: { kind: 'adam', learningRate: 0.02 },
		data: drawDataSet('circle', { size: 50, noise: 0.02 }, openStream(seed, 'data')),
		batchSize: 8,
		seed,
	});

	it('is the same to the bit for the same seed and another for another', () => {
		const parametersAfter = (seed: number) => {
			const trainer = createFastTrainer(plan(seed));
			for (let n = 0; n < 5; n++) trainer.epoch();
			return trainer.network.parameters;
		};
		expect(parametersAfter(4)).toEqual(parametersAfter(4));
		expect(parametersAfter(4)).not.toEqual(parametersAfter(5));
	});

	it('restore() goes back exactly, in the middle of an epoch too, even in a new trainer', () => {
		fc.assert(
			fc.property(fc.nat(30), fc.integer({ min: 1, max: 30 }), (before, after) => {
				const trainer = createFastTrainer(plan(2));
				for (let n = 0; n < before; n++) trainer.step();
				const kept = structuredClone(trainer.state());
				for (let n = 0; n < after; n++) trainer.step();
				const end = trainer.state();
				trainer.restore(kept);
				expect(trainer.state()).toEqual(kept);
				const other = createFastTrainer(plan(2));
				other.restore(kept);
				for (let n = 0; n < after; n++) {
					trainer.step();
					other.step();
				}
				expect(trainer.state()).toEqual(end);
				expect(other.state()).toEqual(end);
			}),
			{ numRuns: 25 },
		);
	});

	it('learns the circle as the reference path does: 60 epochs end within 1e-3 of its loss', () => {
		const [fast, reference] = [createFastTrainer(plan(1)), createTrainer(plan(1))];
		let [a, b] = [fast.epoch(), reference.epoch()];
		for (let n = 1; n < 60; n++) [a, b] = [fast.epoch(), reference.epoch()];
		if (!a.ok || !b.ok) throw new Error('not finite');
		expect(b.loss).toBeLessThan(0.4);
		expect(Math.abs(a.loss - b.loss)).toBeLessThan(1e-3);
		expect(a).toMatchObject({ step: b.step, epoch: 60 });
	});

	it('never changes the network it starts from, and keeps the network it shows up to date', () => {
		const given = plan(3);
		const before = given.network.parameters.slice();
		const trainer = createFastTrainer(given);
		const first = trainer.network.parameters.slice();
		trainer.step();
		expect(given.network.parameters).toEqual(before);
		expect(trainer.network.parameters).not.toEqual(first);
	});

	it('last() has the passes of the last batch, from the parameters before its update, at the end of an epoch too', () => {
		const [fast, reference] = [createFastTrainer(plan(6)), createTrainer(plan(6))];
		expect(fast.last()).toBeNull();
		for (let n = 0; n < 8; n++) {
			fast.step();
			reference.step();
			const [a, b] = [fast.last(), reference.last()];
			expect(a?.gradients.loss).toBeCloseTo(b?.gradients.loss ?? Number.NaN, 4);
			expect(a?.pass.input.rows).toBe(b?.pass.input.rows);
			a?.gradients.parameters.forEach((g, k) => {
				expect(g).toBeCloseTo(b?.gradients.parameters[k] ?? Number.NaN, 4);
			});
		}
	});

	it('stops where a number is no longer finite, with step, layer and quantity, and keeps the state before', () => {
		const network = createNetwork(
			{ inputs: 1, layers: [dense(3, 'identity'), dense(1, 'identity')] },
			Float64Array.from({ length: 10 }, () => 2),
		);
		const data = { x: matrixOf([[1], [2]]), y: matrixOf([[1], [-1]]) };
		for (const optimiser of [
			{ kind: 'sgd', learningRate: 10 },
			{ kind: 'momentum', learningRate: 10 },
		] as const) {
			const trainer = createFastTrainer({
				network,
				loss: 'mean-squared-error',
				optimiser,
				data,
				batchSize: 1,
				seed: 1,
			});
			let good = trainer.state();
			let report = trainer.step();
			while (report.ok) {
				good = trainer.state();
				report = trainer.step();
			}
			expect(report).toMatchObject({ reason: 'non-finite', step: good.step + 1 });
			expect([1, 2]).toContain(report.layer);
			expect(trainer.state()).toEqual(good);
			expect(good.parameters.every(Number.isFinite)).toBe(true);
			expect(trainer.epoch()).toEqual(report);
		}
	});

	for (const kind of ['rmsprop', 'adam', 'adamw'] as const) {
		it(`stops where the memory of ${kind} is no longer finite, though all parameters are, and keeps the state before`, () => {
			// dl/dW^2 = -2e15 * 1e6: its square is too large for 32 bits.
			const layers = [dense(1, 'identity'), dense(1, 'identity')];
			const network = createNetwork({ inputs: 1, layers }, Float64Array.of(1, 0, 0, 0));
			const data = { x: matrixOf([[1e6]]), y: matrixOf([[1e15]]) };
			const optimiser = { kind, learningRate: 0.1 } as const;
			const trainer = createFastTrainer({
				network,
				loss: 'mean-squared-error',
				optimiser,
				data,
				batchSize: 1,
				seed: 1,
			});
			const before = trainer.state();
			expect(trainer.step()).toMatchObject({ ok: false, step: 1, layer: 2, quantity: 'memory' });
			expect(trainer.state()).toEqual(before);
		});
	}

	it('keeps training at its speed, and no memory below 1e-30, long after a gradient has gone to 0', () => {
		const network = createNetwork({ inputs: 1, layers: [dense(1, 'relu')] }, Float64Array.of(1, 0));
		const data = { x: matrixOf([[1], [-1]]), y: matrixOf([[0], [0]]) };
		const optimiser = { kind: 'adam', learningRate: 0.5 } as const;
		const trainer = createFastTrainer({ network, loss: 'mean-squared-error', optimiser, data, batchSize: 1, seed: 1 });
		for (let n = 0; n < 2000; n++) trainer.step();
		for (const size of trainer.state().memory.map(Math.abs)) expect(size === 0 || size >= 1e-30).toBe(true);
	});

	it('names a number that is too large for 32 bits where it first arises', () => {
		const step = (w: number, x: number, learningRate: number) =>
			createFastTrainer({
				network: createNetwork({ inputs: 1, layers: [dense(1, 'identity')] }, Float64Array.of(w, 0)),
				loss: 'mean-squared-error',
				optimiser: { kind: 'sgd', learningRate },
				data: { x: matrixOf([[x]]), y: matrixOf([[0]]) },
				batchSize: 1,
				seed: 1,
			}).step();
		expect(step(1, Number.NaN, 0.1)).toMatchObject({ ok: false, step: 1, layer: 1, quantity: 'z' });
		expect(step(1e30, 1e20, 0.1)).toMatchObject({ ok: false, step: 1, layer: 1, quantity: 'z' });
		expect(step(1e30, 1, 0.1)).toMatchObject({ ok: false, step: 1, layer: 1, quantity: 'loss' });
		expect(step(1e15, 1, 1e30)).toMatchObject({ ok: false, step: 1, layer: 1, quantity: 'W' });
	});

	it('refuses what createTrainer() refuses, and gradients to clip', () => {
		const given = plan(1);
		expect(() => createFastTrainer({ ...given, batchSize: 0 })).toThrow(/batchSize/);
		expect(() => createFastTrainer({ ...given, optimiser: { kind: 'sgd', learningRate: -1 } })).toThrow(/learningRate/);
		expect(() => createFastTrainer({ ...given, optimiser: { kind: 'sgd', learningRate: 1, clipNorm: 1 } })).toThrow(
			/clip/,
		);
		expect(() =>
			createFastTrainer(plan(1)).restore({ ...createFastTrainer(plan(1)).state(), order: new Uint32Array(3) }),
		).toThrow(RangeError);
	});
});
