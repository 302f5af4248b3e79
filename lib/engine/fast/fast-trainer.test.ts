import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
			{ numRuns: 300 },
		);
	});
});
void createNetwork;
void matrixOf;
