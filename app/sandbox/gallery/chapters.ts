import type { DemoId } from '@/lib/demos/demo-id';

/** The demos by what they are about; each stands once. */
export const CHAPTERS: readonly { name: string; demos: readonly DemoId[] }[] = [
	{
		name: 'Units and layers',
		demos: [
			'neuron',
			'unit-activation',
			'unit-equations',
			'multilayer-perceptron',
			'linear-and-logistic-regression',
			'class-encoding',
		],
	},
	{ name: 'The forward pass', demos: ['forward-three-layer', 'forward-equations'] },
	{
		name: 'The backward pass',
		demos: ['backward-equations', 'backward-proof', 'forward-backward-passes', 'backprop-complexity'],
	},
	{
		name: 'Gradients in deep nets',
		demos: ['saturation', 'vanishing-exploding-gradients', 'relu-vs-sigmoid', 'depth-degradation', 'residual-layer'],
	},
	{
		name: 'Where weights begin',
		demos: ['random-initialisation', 'initialisation-gradient-signal', 'initialisation-variance'],
	},
	{ name: 'Beyond the training set', demos: ['early-stopping', 'dropout'] },
];
