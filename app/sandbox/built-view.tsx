'use client';

import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';
import type { BuiltDemoId } from '@/lib/demos/built-demos';
import type { DemoStart } from './demo-frame';

const views: Record<BuiltDemoId, ComponentType<DemoStart>> = {
	neuron: dynamic(() => import('./views/neuron-view').then((view) => view.NeuronDemo)),
	'backward-equations': dynamic(() =>
		import('./views/backward-equations-view').then((view) => view.BackwardEquationsDemo),
	),
	'vanishing-exploding-gradients': dynamic(() =>
		import('./views/vanishing-exploding-gradients-view').then((view) => view.VanishingExplodingGradientsDemo),
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
export function BuiltView({ id, ...start }: DemoStart & { id: BuiltDemoId }) {
	const View = views[id];
	return <View {...start} />;
}
