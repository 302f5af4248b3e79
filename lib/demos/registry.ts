import { builtDemos } from './built-demos';
import { DEMO_IDS, type DemoId, isDemoId } from './demo-id';
import { allowedValues } from './field';
import { parseQuery } from './parse-query';

/** One demo of the seed deck: what it is about and the concepts it rests on. */
export interface DemoEntry {
	/** The same word as the id of its card in the deck `neural-networks`. */
	id: DemoId;
	/** The idea, as a noun: "Backward equations". */
	concept: string;
	/** What the demo lets one see, as a short heading. */
	title: string;
	/** The demos to have understood first; always earlier in the list. */
	restsOn: readonly DemoId[];
}

/** What a card's link to a demo comes to, in words fit for a deck error. */
export type DemoLinkCheck = { ok: true } | { ok: false; problem: string; advice: string };

type Description = Pick<DemoEntry, 'concept' | 'title' | 'restsOn'>;

const descriptions: Record<DemoId, Description> = {
	neuron: { concept: 'Neuron', title: 'One neuron, term by term', restsOn: [] },
	'unit-activation': {
		concept: 'Unit activation',
		title: 'How one unit of a layer gets its value',
		restsOn: ['neuron'],
	},
	'multilayer-perceptron': {
		concept: 'Multilayer perceptron',
		title: 'What a hidden layer can draw that a line cannot',
		restsOn: ['unit-activation'],
	},
	'forward-three-layer': {
		concept: 'A three-layer net as one expression',
		title: 'Unfold a nested net, one level at a time',
		restsOn: ['multilayer-perceptron'],
	},
	'forward-equations': {
		concept: 'Forward equations',
		title: 'The forward pass, step by step',
		restsOn: ['forward-three-layer'],
	},
	'backward-equations': {
		concept: 'Backward equations',
		title: 'The four equations, run backwards',
		restsOn: ['forward-equations'],
	},
	'backward-proof': {
		concept: 'Why the backward equations hold',
		title: 'A derivative against a secant',
		restsOn: ['backward-equations'],
	},
	'forward-backward-passes': {
		concept: 'Forward and backward passes',
		title: 'What each pass keeps for the other',
		restsOn: ['forward-equations', 'backward-equations'],
	},
	saturation: {
		concept: 'Saturation',
		title: 'Where a unit stops learning',
		restsOn: ['neuron', 'backward-equations'],
	},
	'vanishing-exploding-gradients': {
		concept: 'Vanishing and exploding gradients',
		title: 'How far a gradient gets',
		restsOn: ['backward-equations', 'saturation'],
	},
	'relu-vs-sigmoid': {
		concept: 'ReLU against sigmoid',
		title: 'The same net twice, in a race',
		restsOn: ['saturation', 'vanishing-exploding-gradients'],
	},
	'early-stopping': {
		concept: 'Early stopping',
		title: 'When to stop training',
		restsOn: ['multilayer-perceptron'],
	},
	'depth-degradation': {
		concept: 'Degradation with depth',
		title: 'Deeper, and worse on its own training set',
		restsOn: ['vanishing-exploding-gradients'],
	},
	'random-initialisation': {
		concept: 'Random initialisation',
		title: 'Units that start equal stay equal',
		restsOn: ['backward-equations'],
	},
	'initialisation-gradient-signal': {
		concept: 'Initialisation and the gradient signal',
		title: 'Weights too small, too large, and between',
		restsOn: ['saturation', 'random-initialisation'],
	},
	'initialisation-variance': {
		concept: 'Variance at initialisation',
		title: 'Why the scale is one over the root of D',
		restsOn: ['initialisation-gradient-signal'],
	},
	dropout: {
		concept: 'Dropout',
		title: 'A net that loses half its units',
		restsOn: ['multilayer-perceptron', 'early-stopping'],
	},
	'unit-equations': {
		concept: 'From layer to unit',
		title: 'One row of the matrix, one unit',
		restsOn: ['unit-activation', 'forward-equations'],
	},
	'linear-and-logistic-regression': {
		concept: 'Linear and logistic regression',
		title: 'A net without hidden layers',
		restsOn: ['neuron'],
	},
	'residual-layer': {
		concept: 'Residual layer',
		title: 'A way round for the gradient',
		restsOn: ['vanishing-exploding-gradients', 'depth-degradation'],
	},
	'class-encoding': {
		concept: 'Class encoding',
		title: 'One-hot, binary and Gray',
		restsOn: ['multilayer-perceptron', 'linear-and-logistic-regression'],
	},
	'backprop-complexity': {
		concept: 'The cost of backpropagation',
		title: 'Counting multiply-adds',
		restsOn: ['forward-backward-passes'],
	},
};

/** The entry of a demo, or null when no demo has that id. */
export function demoEntry(id: string): DemoEntry | null {
	return isDemoId(id) ? { id, ...descriptions[id] } : null;
}

/** Checks the link of a card: the demo exists and takes every parameter of the query as given. */
export function checkDemoLink(id: string, query: string): DemoLinkCheck {
	if (!isDemoId(id)) {
		return { ok: false, problem: `There is no demo "${id}".`, advice: `Use one of: ${DEMO_IDS.join(', ')}.` };
	}
	const { fields } = builtDemos[id];
	const { problems } = parseQuery(fields, query);
	if (problems.length === 0) return { ok: true };
	const settings = Object.entries(fields).map(([key, field]) => `${key} (${allowedValues(field)})`);
	return { ok: false, problem: `${problems.join('; ')}.`, advice: `Settings of ${id}: ${settings.join('; ')}.` };
}
