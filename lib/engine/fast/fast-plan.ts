import type { ActivationName } from '@/lib/engine/activation';
import type { NetworkShape } from '@/lib/engine/layer-shape';
import type { OptimiserSpec } from '@/lib/engine/optimiser';

/** The activations that the fast path knows. */
export const FAST_ACTIVATIONS = ['identity', 'sigmoid', 'tanh', 'relu'] as const satisfies readonly ActivationName[];

/** The name of an activation that the fast path knows. */
export type FastActivation = (typeof FAST_ACTIVATIONS)[number];

/** A layer as the fast path takes it: n_(l-1), n_l and its activation. */
export interface FastLayer {
	readonly inputs: number;
	readonly units: number;
	readonly activation: FastActivation;
}

/** Either something, or why not, in words that complete "because". */
export type OrReason<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

/** The layers of a network that the fast path takes: dense ones alone, with the activations it knows. */
export function fastLayers(shape: NetworkShape): OrReason<FastLayer[]> {
	const layers: FastLayer[] = [];
	let inputs = shape.inputs;
	for (const layer of shape.layers) {
		if (layer.kind !== 'dense') return { ok: false, reason: `it has no layers of kind '${layer.kind}'` };
		const activation = FAST_ACTIVATIONS.find((name) => name === layer.activation);
		if (activation === undefined) return { ok: false, reason: `it has no activation '${layer.activation}'` };
		layers.push({ inputs, units: layer.units, activation });
		inputs = layer.units;
	}
	return { ok: true, value: layers };
}

/** Why the fast path does not take this optimiser, or null. */
export function whyNotOptimiser(spec: OptimiserSpec): string | null {
	return spec.clipNorm === undefined ? null : 'it does not clip gradients';
}
