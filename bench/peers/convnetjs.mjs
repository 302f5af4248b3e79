import convnetjs from 'convnetjs';

/** Batches of gradients; it has no Adam, so it trains by plain SGD where the others train by Adam: that is less work for it. */
export const semantics = { optimiser: { kind: 'sgd', learningRate: 0.05 } };

export function start({ widths, layers, loss, optimiser, batch, parameters, x, y, examples }) {
	if (loss !== 'softmax-cross-entropy') return null;
	const definitions = [{ type: 'input', out_sx: 1, out_sy: 1, out_depth: widths[0] }];
	for (const layer of layers.slice(0, -1)) {
		definitions.push({ type: 'fc', num_neurons: layer.units, activation: layer.activation });
	}
	definitions.push({ type: 'softmax', num_classes: widths.at(-1) });
	const network = new convnetjs.Net();
	network.makeLayers(definitions);
	let at = 0;
	for (const layer of network.layers.filter((candidate) => candidate.layer_type === 'fc')) {
		for (const filter of layer.filters) for (let k = 0; k < filter.w.length; k++) filter.w[k] = parameters[at++];
		for (let k = 0; k < layer.biases.w.length; k++) layer.biases.w[k] = parameters[at++];
	}
	const trainer = new convnetjs.Trainer(network, {
		method: 'sgd',
		momentum: 0,
		learning_rate: optimiser.learningRate,
		batch_size: batch,
	});
	const inputs = Array.from({ length: examples }, (_, n) => {
		const volume = new convnetjs.Vol(1, 1, widths[0], 0);
		for (let k = 0; k < widths[0]; k++) volume.w[k] = x[n * widths[0] + k];
		return volume;
	});
	const K = widths.at(-1);
	const labels = inputs.map((_, n) => y.subarray(n * K, (n + 1) * K).indexOf(1));
	return {
		epoch() {
			for (let n = 0; n < examples; n++) trainer.train(inputs[n], labels[n]);
		},
		// Its outputs are probabilities: their logarithms are logits.
		outputs: () => inputs.flatMap((input) => Array.from(network.forward(input, false).w, Math.log)),
	};
}
