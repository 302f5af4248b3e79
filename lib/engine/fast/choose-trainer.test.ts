import { describe, expect, it } from 'vitest';
import { dense, dropout, type LayerShape } from '@/lib/engine/layer-shape';
import { createMatrix } from '@/lib/engine/matrix';
import { createNetwork } from '@/lib/engine/network';
import type { TrainingPlan } from '@/lib/engine/train';
import { chooseTrainer } from './choose-trainer';

function planWith(layers: readonly LayerShape[], optimiser: TrainingPlan['optimiser']): TrainingPlan {
	const data = { x: createMatrix(4, 2), y: createMatrix(4, 1) };
	const network = createNetwork({ inputs: 2, layers });
	return { network, loss: 'mean-squared-error', optimiser, data, batchSize: 2, seed: 1 };
}

const sgd = { kind: 'sgd', learningRate: 0.1 } as const;

describe('chooseTrainer()', () => {
	it('takes the fast path for dense layers where there is SIMD', () => {
		expect(chooseTrainer(planWith([dense(3, 'tanh'), dense(1, 'identity')], sgd))).toMatchObject({ path: 'fast' });
	});

	it('takes the reference path, and says why, without SIMD', () => {
		const chosen = chooseTrainer(planWith([dense(1, 'tanh')], sgd), false);
		expect(chosen).toMatchObject({ path: 'reference', why: expect.stringContaining('no SIMD WebAssembly') });
		expect(chosen.trainer.step()).toMatchObject({ ok: true, step: 1 });
	});

	it('takes the reference path, and says why, for layers, activations and optimisers that the fast path has not', () => {
		const why = (layers: readonly LayerShape[], optimiser: TrainingPlan['optimiser'] = sgd) => {
			const chosen = chooseTrainer(planWith(layers, optimiser));
			return `${chosen.path}: ${chosen.why}`;
		};
		expect(why([dense(2, 'tanh'), dropout(0.5), dense(1, 'tanh')])).toMatch(/^reference: .*'dropout'/);
		expect(why([dense(1, 'tanh')], { ...sgd, clipNorm: 1 })).toMatch(/^reference: .*clip/);
	});
});
