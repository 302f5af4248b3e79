/** Every demo id, in the order of the deck. */
export const DEMO_IDS = [
	'neuron',
	'unit-activation',
	'multilayer-perceptron',
	'forward-three-layer',
	'forward-equations',
	'backward-equations',
	'backward-proof',
	'forward-backward-passes',
	'saturation',
	'vanishing-exploding-gradients',
	'relu-vs-sigmoid',
	'early-stopping',
	'depth-degradation',
	'random-initialisation',
	'initialisation-gradient-signal',
	'initialisation-variance',
	'dropout',
	'unit-equations',
	'linear-and-logistic-regression',
	'residual-layer',
	'class-encoding',
	'backprop-complexity',
] as const;

/** The id of a demo, which is also the id of the card it proves. */
export type DemoId = (typeof DEMO_IDS)[number];

/** Whether a word names a demo. */
export function isDemoId(id: string): id is DemoId {
	return (DEMO_IDS as readonly string[]).includes(id);
}
