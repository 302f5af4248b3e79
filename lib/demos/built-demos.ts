import { complexityFields } from './backprop-complexity/params';
import { backwardFields } from './backward-equations/params';
import { encodingFields } from './class-encoding/params';
import type { Claim, DemoModel, DemoSpec, Params } from './demo';
import { dropoutFields } from './dropout/params';
import type { Fields } from './field';
import { signalFields } from './initialisation-gradient-signal/params';
import { varianceFields } from './initialisation-variance/params';
import { regressionFields } from './linear-and-logistic-regression/params';
import { neuronFields } from './neuron/params';
import { residualFields } from './residual-layer/params';
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
	'initialisation-gradient-signal': built({
		fields: signalFields,
		spec: async () => (await import('./initialisation-gradient-signal/spec')).signalSpec,
		model: async () => (await import('./initialisation-gradient-signal/model')).signalModel,
		claims: async () => (await import('./initialisation-gradient-signal/claim')).signalClaims,
	}),
	'initialisation-variance': built({
		fields: varianceFields,
		spec: async () => (await import('./initialisation-variance/spec')).varianceSpec,
		model: async () => (await import('./initialisation-variance/model')).varianceModel,
		claims: async () => (await import('./initialisation-variance/claim')).varianceClaims,
	}),
	dropout: built({
		fields: dropoutFields,
		spec: async () => (await import('./dropout/spec')).dropoutSpec,
		model: async () => (await import('./dropout/model')).dropoutModel,
		claims: async () => (await import('./dropout/claim')).dropoutClaims,
	}),
	'linear-and-logistic-regression': built({
		fields: regressionFields,
		spec: async () => (await import('./linear-and-logistic-regression/spec')).regressionSpec,
		model: async () => (await import('./linear-and-logistic-regression/model')).regressionModel,
		claims: async () => (await import('./linear-and-logistic-regression/claim')).regressionClaims,
	}),
	'residual-layer': built({
		fields: residualFields,
		spec: async () => (await import('./residual-layer/spec')).residualSpec,
		model: async () => (await import('./residual-layer/model')).residualModel,
		claims: async () => (await import('./residual-layer/claim')).residualClaims,
	}),
	'class-encoding': built({
		fields: encodingFields,
		spec: async () => (await import('./class-encoding/spec')).encodingSpec,
		model: async () => (await import('./class-encoding/model')).encodingModel,
		claims: async () => (await import('./class-encoding/claim')).encodingClaims,
	}),
	'backprop-complexity': built({
		fields: complexityFields,
		spec: async () => (await import('./backprop-complexity/spec')).complexitySpec,
		model: async () => (await import('./backprop-complexity/model')).complexityModel,
		claims: async () => (await import('./backprop-complexity/claim')).complexityClaims,
	}),
} as const;

/** The id of a demo that is there. */
export type BuiltDemoId = keyof typeof builtDemos;

/** Whether a word names a demo that is there. */
export function isBuilt(id: string): id is BuiltDemoId {
	return Object.hasOwn(builtDemos, id);
}
