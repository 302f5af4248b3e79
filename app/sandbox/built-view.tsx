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
};

/** The view of a built demo; its code is loaded for its own page only. */
export function BuiltView({ id, ...start }: DemoStart & { id: BuiltDemoId }) {
	const View = views[id];
	return <View {...start} />;
}
