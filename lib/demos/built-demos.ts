import { backwardFields } from './backward-equations/params';
import type { Claim, DemoModel, DemoSpec, Params } from './demo';
import type { Fields } from './field';
import { neuronFields } from './neuron/params';
import { vanishingFields } from './vanishing-exploding-gradients/params';

/** A built demo: its fields at hand, the rest loaded where it is needed. */
export interface BuiltDemo {
	fields: Fields;
	spec(): Promise<DemoSpec<Fields, unknown>>;
	model(): Promise<DemoModel<Params, unknown, unknown>>;
	claims(): Promise<readonly Claim[]>;
}

function built(demo: {
	fields: Fields;
	spec(): Promise<unknown>;
	model(): Promise<unknown>;
	claims(): Promise<readonly Claim[]>;
}): BuiltDemo {
	// The one place where a demo's own types are let go: its id is the proof that spec, model and parameters belong together.
	return demo as BuiltDemo;
}

/** The demos that are there, by id. */
export const builtDemos = {
	neuron: built({
		fields: neuronFields,
		spec: async () => (await import('./neuron/spec')).neuronSpec,
		model: async () => (await import('./neuron/model')).neuronModel,
		claims: async () => (await import('./neuron/claim')).neuronClaims,
	}),
	'backward-equations': built({
		fields: backwardFields,
		spec: async () => (await import('./backward-equations/spec')).backwardSpec,
		model: async () => (await import('./backward-equations/model')).backwardModel,
		claims: async () => (await import('./backward-equations/claim')).backwardClaims,
	}),
	'vanishing-exploding-gradients': built({
		fields: vanishingFields,
		spec: async () => (await import('./vanishing-exploding-gradients/spec')).vanishingSpec,
		model: async () => (await import('./vanishing-exploding-gradients/model')).vanishingModel,
		claims: async () => (await import('./vanishing-exploding-gradients/claim')).vanishingClaims,
	}),
} as const;

/** The id of a demo that is there. */
export type BuiltDemoId = keyof typeof builtDemos;

/** Whether a word names a demo that is there. */
export function isBuilt(id: string): id is BuiltDemoId {
	return Object.hasOwn(builtDemos, id);
}
