import { complexityFields } from './backprop-complexity/params';
import { backwardFields } from './backward-equations/params';
import { backwardProofFields } from './backward-proof/params';
import { encodingFields } from './class-encoding/params';
import type { Claim, DemoModel, DemoSpec, Params } from './demo';
import type { DemoId } from './demo-id';
import { depthDegradationFields } from './depth-degradation/params';
import { dropoutFields } from './dropout/params';
import { earlyStoppingFields } from './early-stopping/params';
import type { Fields } from './field';
import { passesFields } from './forward-backward-passes/params';
import { forwardFields } from './forward-equations/params';
import { threeLayerFields } from './forward-three-layer/params';
import { signalFields } from './initialisation-gradient-signal/params';
import { varianceFields } from './initialisation-variance/params';
import { regressionFields } from './linear-and-logistic-regression/params';
import { perceptronFields } from './multilayer-perceptron/params';
import { neuronFields } from './neuron/params';
import { randomInitialisationFields } from './random-initialisation/params';
import { reluVsSigmoidFields } from './relu-vs-sigmoid/params';
import { residualFields } from './residual-layer/params';
import { saturationFields } from './saturation/params';
import { unitActivationFields } from './unit-activation/params';
import { unitEquationsFields } from './unit-equations/params';
import { vanishingFields } from './vanishing-exploding-gradients/params';

/** A demo: its fields at hand, the rest loaded where it is needed. */
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

/** Every demo, by id. */
export const builtDemos = {
	neuron: built({
		fields: neuronFields,
		spec: async () => (await import('./neuron/spec')).neuronSpec,
		model: async () => (await import('./neuron/model')).neuronModel,
		claims: async () => (await import('./neuron/claim')).neuronClaims,
	}),
	'unit-activation': built({
		fields: unitActivationFields,
		spec: async () => (await import('./unit-activation/spec')).unitActivationSpec,
		model: async () => (await import('./unit-activation/model')).unitActivationModel,
		claims: async () => (await import('./unit-activation/claim')).unitActivationClaims,
	}),
	'multilayer-perceptron': built({
		fields: perceptronFields,
		spec: async () => (await import('./multilayer-perceptron/spec')).perceptronSpec,
		model: async () => (await import('./multilayer-perceptron/model')).perceptronModel,
		claims: async () => (await import('./multilayer-perceptron/claim')).perceptronClaims,
	}),
	'forward-three-layer': built({
		fields: threeLayerFields,
		spec: async () => (await import('./forward-three-layer/spec')).threeLayerSpec,
		model: async () => (await import('./forward-three-layer/model')).threeLayerModel,
		claims: async () => (await import('./forward-three-layer/claim')).threeLayerClaims,
	}),
	'forward-equations': built({
		fields: forwardFields,
		spec: async () => (await import('./forward-equations/spec')).forwardSpec,
		model: async () => (await import('./forward-equations/model')).forwardModel,
		claims: async () => (await import('./forward-equations/claim')).forwardClaims,
	}),
	'backward-equations': built({
		fields: backwardFields,
		spec: async () => (await import('./backward-equations/spec')).backwardSpec,
		model: async () => (await import('./backward-equations/model')).backwardModel,
		claims: async () => (await import('./backward-equations/claim')).backwardClaims,
	}),
	'forward-backward-passes': built({
		fields: passesFields,
		spec: async () => (await import('./forward-backward-passes/spec')).passesSpec,
		model: async () => (await import('./forward-backward-passes/model')).passesModel,
		claims: async () => (await import('./forward-backward-passes/claim')).passesClaims,
	}),
	'backward-proof': built({
		fields: backwardProofFields,
		spec: async () => (await import('./backward-proof/spec')).backwardProofSpec,
		model: async () => (await import('./backward-proof/model')).backwardProofModel,
		claims: async () => (await import('./backward-proof/claim')).backwardProofClaims,
	}),
	saturation: built({
		fields: saturationFields,
		spec: async () => (await import('./saturation/spec')).saturationSpec,
		model: async () => (await import('./saturation/model')).saturationModel,
		claims: async () => (await import('./saturation/claim')).saturationClaims,
	}),
	'vanishing-exploding-gradients': built({
		fields: vanishingFields,
		spec: async () => (await import('./vanishing-exploding-gradients/spec')).vanishingSpec,
		model: async () => (await import('./vanishing-exploding-gradients/model')).vanishingModel,
		claims: async () => (await import('./vanishing-exploding-gradients/claim')).vanishingClaims,
	}),
	'unit-equations': built({
		fields: unitEquationsFields,
		spec: async () => (await import('./unit-equations/spec')).unitEquationsSpec,
		model: async () => (await import('./unit-equations/model')).unitEquationsModel,
		claims: async () => (await import('./unit-equations/claim')).unitEquationsClaims,
	}),
	'relu-vs-sigmoid': built({
		fields: reluVsSigmoidFields,
		spec: async () => (await import('./relu-vs-sigmoid/spec')).reluVsSigmoidSpec,
		model: async () => (await import('./relu-vs-sigmoid/model')).reluVsSigmoidModel,
		claims: async () => (await import('./relu-vs-sigmoid/claim')).reluVsSigmoidClaims,
	}),
	'early-stopping': built({
		fields: earlyStoppingFields,
		spec: async () => (await import('./early-stopping/spec')).earlyStoppingSpec,
		model: async () => (await import('./early-stopping/model')).earlyStoppingModel,
		claims: async () => (await import('./early-stopping/claim')).earlyStoppingClaims,
	}),
	'depth-degradation': built({
		fields: depthDegradationFields,
		spec: async () => (await import('./depth-degradation/spec')).depthDegradationSpec,
		model: async () => (await import('./depth-degradation/model')).depthDegradationModel,
		claims: async () => (await import('./depth-degradation/claim')).depthDegradationClaims,
	}),
	'random-initialisation': built({
		fields: randomInitialisationFields,
		spec: async () => (await import('./random-initialisation/spec')).randomInitialisationSpec,
		model: async () => (await import('./random-initialisation/model')).randomInitialisationModel,
		claims: async () => (await import('./random-initialisation/claim')).randomInitialisationClaims,
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
} as const satisfies Record<DemoId, BuiltDemo>;
