import synaptic from 'synaptic';

/** Example by example, in doubles; the error at the output leaves out the slope, and each layer is updated before the next one's error. */
export const semantics = { batch: 1, inTurn: true };

export function start({ widths, layers, loss, optimiser, parameters, x, y, examples }) {
	if (loss !== 'mean-squared-error' || layers.some((layer) => layer.activation !== 'tanh') || widths.at(-1) !== 1) return null;
	const { Layer, Network, Neuron } = synaptic;
	const made = widths.map((width) => new Layer(width));
	for (let l = 1; l < made.length; l++) made[l - 1].project(made[l], Layer.connectionType.ALL_TO_ALL);
	const network = new Network({ input: made[0], hidden: made.slice(1, -1), output: made.at(-1) });
	let at = 0;
	for (let l = 1; l < made.length; l++) {
		for (const neuron of made[l].list) {
			neuron.squash = Neuron.squash.TANH;
			const weightFrom = new Map(Object.values(neuron.connections.inputs).map((c) => [c.from.ID, c]));
			for (const below of made[l - 1].list) weightFrom.get(below.ID).weight = parameters[at++];
		}
		for (const neuron of made[l].list) neuron.bias = parameters[at++];
	}
	const inputs = rows(x, examples, widths[0]);
	const targets = rows(y, examples, 1);
	return {
		epoch() {
			for (let n = 0; n < examples; n++) {
				network.activate(inputs[n]);
				// Its gradient is of (y - a)^2 / 2.
				network.propagate(optimiser.learningRate * 2, targets[n]);
			}
		},
		outputs: () => inputs.flatMap((input) => network.activate(input)),
	};
}

function rows(numbers, count, width) {
	return Array.from({ length: count }, (_, n) => Array.from(numbers.subarray(n * width, (n + 1) * width)));
}
