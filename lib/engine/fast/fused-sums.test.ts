import { setFlagsFromString } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { drawDataSet } from '@/lib/engine/data-set';
import { forward, outputOf } from '@/lib/engine/forward';
import { initialiseNetwork } from '@/lib/engine/initialise';
import { dense } from '@/lib/engine/layer-shape';
import { createMatrix } from '@/lib/engine/matrix';
import { openStream } from '@/lib/engine/random-stream';
import { createTrainer, type TrainingPlan } from '@/lib/engine/train';
import { createFastForward } from './fast-forward';
import { createFastTrainer } from './fast-trainer';
import { hasFusedSums } from './simd-support';

// Node 20 has relaxed SIMD behind a flag; later ones, and browsers, have it as it is. Nothing has been compiled yet.
if (Number.parseInt(process.versions.node, 10) < 21) setFlagsFromString('--experimental-wasm-relaxed-simd');

const shape = { inputs: 2, layers: [dense(17, 'relu'), dense(9, 'tanh'), dense(1, 'sigmoid')] };
const plan: TrainingPlan = {
	network: initialiseNetwork(shape, { kind: 'xavier' }, openStream(5, 'weights')),
	loss: 'binary-cross-entropy',
	optimiser: { kind: 'adam', learningRate: 0.01 },
	data: drawDataSet('circle', { size: 90 }, openStream(5, 'data')),
	batchSize: 20,
	seed: 5,
};

describe('the fast path with relaxed SIMD', () => {
	it('is what is tested here', () => {
		expect(hasFusedSums()).toBe(true);
	});

	it('agrees with the reference path over ten epochs, and with itself to the bit', () => {
		const [fast, again, reference] = [createFastTrainer(plan), createFastTrainer(plan), createTrainer(plan)];
		for (let n = 0; n < 10; n++) {
			const [a, b, c] = [fast.epoch(), again.epoch(), reference.epoch()];
			if (!a.ok || !b.ok || !c.ok) throw new Error('not finite');
			expect(a.loss).toBe(b.loss);
			expect(Math.abs(a.loss - c.loss)).toBeLessThan(1e-4);
		}
		expect(fast.state()).toEqual(again.state());
	});

	it('computes pictures that agree with forward() to 2e-6', () => {
		const { x } = plan.data;
		const net = createFastForward(shape, x);
		net.load(plan.network);
		const found = createMatrix(x.rows, 1);
		net.run(found);
		const expected = outputOf(forward(plan.network, x)).data;
		found.data.forEach((a, k) => {
			expect(Math.abs(a - (expected[k] as number))).toBeLessThan(2e-6);
		});
	});
});
