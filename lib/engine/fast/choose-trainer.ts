import { createTrainer, type Trainer, type TrainingPlan } from '@/lib/engine/train';
import { fastLayers, whyNotOptimiser } from './fast-plan';
import { createFastTrainer } from './fast-trainer';
import { hasSimd } from './simd-support';

/** A trainer, on which path it runs, and why in words. */
export interface ChosenTrainer {
	readonly path: 'fast' | 'reference';
	readonly why: string;
	readonly trainer: Trainer;
}

/**
 * The fastest trainer for this plan: on the fast path where the engine at hand has SIMD WebAssembly and the fast path knows the
 * network and the optimiser, else on the reference path. Throws RangeError for what `createTrainer` refuses. Runs of the two
 * paths agree to within rounding only: to repeat a run to the bit, repeat its path too.
 */
export function chooseTrainer(plan: TrainingPlan, simd = hasSimd()): ChosenTrainer {
	const reference = (why: string): ChosenTrainer => ({ path: 'reference', why, trainer: createTrainer(plan) });
	if (!simd) return reference('This browser has no SIMD WebAssembly: training in plain JavaScript.');
	const layers = fastLayers(plan.network.shape);
	const refused = layers.ok ? whyNotOptimiser(plan.optimiser) : layers.reason;
	if (refused !== null) return reference(`Not on the fast path: ${refused}.`);
	return { path: 'fast', why: 'Training in SIMD WebAssembly, 32-bit floats.', trainer: createFastTrainer(plan) };
}
