import brain from 'brain.js';

/** Online SGD on half the squared error, one activation throughout. */
export const semantics = { batch: 1 };

export function start({ widths, layers, loss, optimiser, parameters, x, y, examples }) {
	if (loss !== 'mean-squared-error' || layers.some((layer) => layer.activation !== 'tanh') || widths.at(-1) !== 1) return null;
	const network = new brain.NeuralNetwork({
		inputSize: widths[0],
		hiddenLayers: widths.slice(1, -1),
		outputSize: widths.at(-1),
		activation: 'tanh',
		learningRate: optimiser.learningRate * 2,
		// It refuses 0.
		momentum: 1e-12,
	});
	network.initialize();
	let at = 0;
	for (let l = 1; l < widths.length; l++) {
		for (let unit = 0; unit < widths[l]; unit++)
			for (let below = 0; below < widths[l - 1]; below++) network.weights[l][unit][below] = parameters[at++];
		for (let unit = 0; unit < widths[l]; unit++) network.biases[l][unit] = parameters[at++];
	}
	const pairs = Array.from({ length: examples }, (_, n) => ({
		input: x.slice(n * widths[0], (n + 1) * widths[0]),
		output: y.slice(n, n + 1),
	}));
	network.setActivation();
	return {
		epoch() {
			for (const pair of pairs) network.trainPattern(pair);
		},
		outputs: () => pairs.map(({ input }) => network.runInput(input)[0]),
	};
}
