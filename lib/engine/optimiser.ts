import { sgdUpdate } from './sgd';

/** Which optimiser, with its settings. */
export type OptimiserSpec = { readonly kind: 'sgd'; readonly learningRate: number };

/** How an optimiser changes parameters: flat arrays of one length, `memory` its own numbers from step to step. */
export interface Optimiser<Spec extends OptimiserSpec> {
	/** How many numbers of memory it keeps for each parameter. */
	readonly memoryPerParameter: number;
	/** Updates `parameters` (and `memory`) in place from the gradient; `step` counts from 1. */
	update(spec: Spec, parameters: Float64Array, gradient: Float64Array, memory: Float64Array, step: number): void;
}

/** Every optimiser by its kind. */
export const optimisers: { readonly [K in OptimiserSpec['kind']]: Optimiser<Extract<OptimiserSpec, { kind: K }>> } = {
	sgd: { memoryPerParameter: 0, update: sgdUpdate },
};
