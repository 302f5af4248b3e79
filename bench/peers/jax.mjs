import { defaultDevice, grad, init, jit, nn, numpy as np } from '@jax-js/jax';

/** SGD by grad and jit, the whole step as one function. */
export const semantics = {};

export async function start({ widths, layers, loss, optimiser, batch, parameters, x, y, examples }) {
	if (optimiser.kind !== 'sgd' || examples % batch !== 0) return null;
	await init('wasm');
	defaultDevice('wasm');
	const numbers = Float32Array.from(parameters);
	let at = 0;
	const take = (count) => numbers.slice(at, (at += count));
	let weights = [];
	for (let l = 1; l < widths.length; l++) {
		weights.push(np.array(take(widths[l] * widths[l - 1])).reshape([widths[l], widths[l - 1]]));
		weights.push(np.array(take(widths[l])));
	}
	const f = { relu: nn.relu, tanh: np.tanh, sigmoid: nn.sigmoid, identity: (z) => z };
	const forward = (p, input) =>
		layers.reduce((a, layer, l) => f[layer.activation](np.matmul(a, np.transpose(p[2 * l])).add(p[2 * l + 1])), input);
	const lossOf = (p, input, target) => {
		const a = forward(p, input);
		return loss === 'softmax-cross-entropy'
			? nn.logSoftmax(a).mul(target).sum().mul(-1 / batch)
			: np.square(a.sub(target)).mean();
	};
	const step = jit((p, input, target) => {
		const gradient = grad(lossOf)(p.map((w) => w.ref), input, target);
		return p.map((w, k) => w.sub(gradient[k].mul(optimiser.learningRate)));
	});
	const run = jit(forward);
	const K = widths.at(-1);
	const batches = [];
	for (let from = 0; from < examples; from += batch) {
		batches.push({
			input: np.array(x.slice(from * widths[0], (from + batch) * widths[0])).reshape([batch, widths[0]]),
			target: np.array(y.slice(from * K, (from + batch) * K)).reshape([batch, K]),
		});
	}
	return {
		async epoch() {
			for (const { input, target } of batches) weights = step(weights, input.ref, target.ref);
			await weights[1].ref.data();
		},
		async outputs() {
			const outputs = [];
			for (const { input } of batches) outputs.push(...(await run(weights.map((w) => w.ref), input.ref).data()));
			return outputs;
		},
	};
}
