'use client';

import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';
import type { DemoId } from '@/lib/demos/demo-id';
import { appHost } from './app-host';
import type { DemoStart } from './demo-frame';
import { DemoHostContext } from './demo-host';

const views: Record<DemoId, ComponentType<DemoStart>> = {
	neuron: dynamic(() => import('./views/neuron-view').then((view) => view.NeuronDemo)),
	'unit-activation': dynamic(() => import('./views/unit-activation-view').then((view) => view.UnitActivationDemo)),
	'multilayer-perceptron': dynamic(() =>
		import('./views/multilayer-perceptron-view').then((view) => view.MultilayerPerceptronDemo),
	),
	'forward-three-layer': dynamic(() =>
		import('./views/forward-three-layer-view').then((view) => view.ForwardThreeLayerDemo),
	),
	'forward-equations': dynamic(() =>
		import('./views/forward-equations-view').then((view) => view.ForwardEquationsDemo),
	),
	'backward-equations': dynamic(() =>
		import('./views/backward-equations-view').then((view) => view.BackwardEquationsDemo),
	),
	'forward-backward-passes': dynamic(() =>
		import('./views/forward-backward-passes-view').then((view) => view.ForwardBackwardPassesDemo),
	),
	'vanishing-exploding-gradients': dynamic(() =>
		import('./views/vanishing-exploding-gradients-view').then((view) => view.VanishingExplodingGradientsDemo),
	),
	'unit-equations': dynamic(() => import('./views/unit-equations-view').then((view) => view.UnitEquationsDemo)),
	'backward-proof': dynamic(() => import('./views/backward-proof-view').then((view) => view.BackwardProofDemo)),
	saturation: dynamic(() => import('./views/saturation-view').then((view) => view.SaturationDemo)),
	'relu-vs-sigmoid': dynamic(() => import('./views/relu-vs-sigmoid-view').then((view) => view.ReluVsSigmoidDemo)),
	'early-stopping': dynamic(() => import('./views/early-stopping-view').then((view) => view.EarlyStoppingDemo)),
	'depth-degradation': dynamic(() =>
		import('./views/depth-degradation-view').then((view) => view.DepthDegradationDemo),
	),
	'random-initialisation': dynamic(() =>
		import('./views/random-initialisation-view').then((view) => view.RandomInitialisationDemo),
	),
	'initialisation-gradient-signal': dynamic(() =>
		import('./views/initialisation-gradient-signal-view').then((view) => view.InitialisationGradientSignalDemo),
	),
	'initialisation-variance': dynamic(() =>
		import('./views/initialisation-variance-view').then((view) => view.InitialisationVarianceDemo),
	),
	dropout: dynamic(() => import('./views/dropout-view').then((view) => view.DropoutDemo)),
	'linear-and-logistic-regression': dynamic(() =>
		import('./views/linear-and-logistic-regression-view').then((view) => view.LinearAndLogisticRegressionDemo),
	),
	'residual-layer': dynamic(() => import('./views/residual-layer-view').then((view) => view.ResidualLayerDemo)),
	'class-encoding': dynamic(() => import('./views/class-encoding-view').then((view) => view.ClassEncodingDemo)),
	'backprop-complexity': dynamic(() =>
		import('./views/backprop-complexity-view').then((view) => view.BackpropComplexityDemo),
	),
};

/** The view of a built demo; its code is loaded for its own page only. */
export function BuiltView({ id, ...start }: DemoStart & { id: DemoId }) {
	const View = views[id];
	return (
		<DemoHostContext value={appHost}>
			<View {...start} />
		</DemoHostContext>
	);
}
