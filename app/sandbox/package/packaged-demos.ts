import type { ComponentType } from 'react';
import type { DemoStart } from '@/app/sandbox/demo-frame';
import { BackpropComplexityDemo } from '@/app/sandbox/views/backprop-complexity-view';
import { BackwardEquationsDemo } from '@/app/sandbox/views/backward-equations-view';
import { BackwardProofDemo } from '@/app/sandbox/views/backward-proof-view';
import { ClassEncodingDemo } from '@/app/sandbox/views/class-encoding-view';
import { DepthDegradationDemo } from '@/app/sandbox/views/depth-degradation-view';
import { DropoutDemo } from '@/app/sandbox/views/dropout-view';
import { EarlyStoppingDemo } from '@/app/sandbox/views/early-stopping-view';
import { ForwardBackwardPassesDemo } from '@/app/sandbox/views/forward-backward-passes-view';
import { ForwardEquationsDemo } from '@/app/sandbox/views/forward-equations-view';
import { ForwardThreeLayerDemo } from '@/app/sandbox/views/forward-three-layer-view';
import { InitialisationGradientSignalDemo } from '@/app/sandbox/views/initialisation-gradient-signal-view';
import { InitialisationVarianceDemo } from '@/app/sandbox/views/initialisation-variance-view';
import { LinearAndLogisticRegressionDemo } from '@/app/sandbox/views/linear-and-logistic-regression-view';
import { MultilayerPerceptronDemo } from '@/app/sandbox/views/multilayer-perceptron-view';
import { NeuronDemo } from '@/app/sandbox/views/neuron-view';
import { RandomInitialisationDemo } from '@/app/sandbox/views/random-initialisation-view';
import { ReluVsSigmoidDemo } from '@/app/sandbox/views/relu-vs-sigmoid-view';
import { ResidualLayerDemo } from '@/app/sandbox/views/residual-layer-view';
import { SaturationDemo } from '@/app/sandbox/views/saturation-view';
import { UnitActivationDemo } from '@/app/sandbox/views/unit-activation-view';
import { UnitEquationsDemo } from '@/app/sandbox/views/unit-equations-view';
import { VanishingExplodingGradientsDemo } from '@/app/sandbox/views/vanishing-exploding-gradients-view';
import { complexitySpec } from '@/lib/demos/backprop-complexity/spec';
import { backwardSpec } from '@/lib/demos/backward-equations/spec';
import { backwardProofSpec } from '@/lib/demos/backward-proof/spec';
import { encodingSpec } from '@/lib/demos/class-encoding/spec';
import type { DemoId } from '@/lib/demos/demo-id';
import { depthDegradationSpec } from '@/lib/demos/depth-degradation/spec';
import { dropoutSpec } from '@/lib/demos/dropout/spec';
import { earlyStoppingSpec } from '@/lib/demos/early-stopping/spec';
import type { Fields } from '@/lib/demos/field';
import { passesSpec } from '@/lib/demos/forward-backward-passes/spec';
import { forwardSpec } from '@/lib/demos/forward-equations/spec';
import { threeLayerSpec } from '@/lib/demos/forward-three-layer/spec';
import { signalSpec } from '@/lib/demos/initialisation-gradient-signal/spec';
import { varianceSpec } from '@/lib/demos/initialisation-variance/spec';
import { regressionSpec } from '@/lib/demos/linear-and-logistic-regression/spec';
import { perceptronSpec } from '@/lib/demos/multilayer-perceptron/spec';
import { neuronSpec } from '@/lib/demos/neuron/spec';
import { randomInitialisationSpec } from '@/lib/demos/random-initialisation/spec';
import { reluVsSigmoidSpec } from '@/lib/demos/relu-vs-sigmoid/spec';
import { residualSpec } from '@/lib/demos/residual-layer/spec';
import { saturationSpec } from '@/lib/demos/saturation/spec';
import { unitActivationSpec } from '@/lib/demos/unit-activation/spec';
import { unitEquationsSpec } from '@/lib/demos/unit-equations/spec';
import { vanishingSpec } from '@/lib/demos/vanishing-exploding-gradients/spec';

/** Every demo that travels: what reads its link, and its whole view, all in one file. */
export const packagedDemos: Record<DemoId, { fields: Fields; Demo: ComponentType<DemoStart> }> = {
	neuron: { fields: neuronSpec.fields, Demo: NeuronDemo },
	'unit-activation': { fields: unitActivationSpec.fields, Demo: UnitActivationDemo },
	'multilayer-perceptron': { fields: perceptronSpec.fields, Demo: MultilayerPerceptronDemo },
	'forward-three-layer': { fields: threeLayerSpec.fields, Demo: ForwardThreeLayerDemo },
	'forward-equations': { fields: forwardSpec.fields, Demo: ForwardEquationsDemo },
	'backward-equations': { fields: backwardSpec.fields, Demo: BackwardEquationsDemo },
	'forward-backward-passes': { fields: passesSpec.fields, Demo: ForwardBackwardPassesDemo },
	'vanishing-exploding-gradients': { fields: vanishingSpec.fields, Demo: VanishingExplodingGradientsDemo },
	'unit-equations': { fields: unitEquationsSpec.fields, Demo: UnitEquationsDemo },
	'backward-proof': { fields: backwardProofSpec.fields, Demo: BackwardProofDemo },
	saturation: { fields: saturationSpec.fields, Demo: SaturationDemo },
	'relu-vs-sigmoid': { fields: reluVsSigmoidSpec.fields, Demo: ReluVsSigmoidDemo },
	'early-stopping': { fields: earlyStoppingSpec.fields, Demo: EarlyStoppingDemo },
	'depth-degradation': { fields: depthDegradationSpec.fields, Demo: DepthDegradationDemo },
	'random-initialisation': { fields: randomInitialisationSpec.fields, Demo: RandomInitialisationDemo },
	'initialisation-gradient-signal': { fields: signalSpec.fields, Demo: InitialisationGradientSignalDemo },
	'initialisation-variance': { fields: varianceSpec.fields, Demo: InitialisationVarianceDemo },
	dropout: { fields: dropoutSpec.fields, Demo: DropoutDemo },
	'linear-and-logistic-regression': { fields: regressionSpec.fields, Demo: LinearAndLogisticRegressionDemo },
	'residual-layer': { fields: residualSpec.fields, Demo: ResidualLayerDemo },
	'class-encoding': { fields: encodingSpec.fields, Demo: ClassEncodingDemo },
	'backprop-complexity': { fields: complexitySpec.fields, Demo: BackpropComplexityDemo },
};
