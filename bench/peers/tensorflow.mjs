import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { fileURLToPath } from 'node:url';

setWasmPaths(fileURLToPath(new URL('node_modules/@tensorflow/tfjs-backend-wasm/dist/', import.meta.url)));
tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
tf.env().set('PROD', true);

/** A peer on one of the backends; the tensors of each live on their own. */
export const onBackend = (backend) => ({
	semantics: {},
	async start({ widths, layers, loss, optimiser, batch, parameters, x, y, examples }) {
		await tf.setBackend(backend);
		await tf.ready();
		const numbers = Float32Array.from(parameters);
		const variables = [];
		let at = 0;
		const take = (count) => numbers.slice(at, (at += count));
		for (let l = 1; l < widths.length; l++) {
			// kept [in, out], as its dense layers keep them
			const W = tf.tidy(() => tf.tensor2d(take(widths[l] * widths[l - 1]), [widths[l], widths[l - 1]]).transpose());
			variables.push({ W: tf.variable(W), b: tf.variable(tf.tensor1d(take(widths[l]))) });
		}
		const f = { relu: tf.relu, tanh: tf.tanh, sigmoid: tf.sigmoid, identity: (z) => z };
		const forward = (input) =>
			layers.reduce((a, layer, l) => f[layer.activation](tf.add(tf.matMul(a, variables[l].W), variables[l].b)), input);
		const lossOf =
			loss === 'softmax-cross-entropy'
				? (a, target) => tf.losses.softmaxCrossEntropy(target, a)
				: (a, target) => tf.mean(tf.squaredDifference(a, target));
		const rule =
			optimiser.kind === 'adam'
				? tf.train.adam(optimiser.learningRate, 0.9, 0.999, 1e-8)
				: tf.train.sgd(optimiser.learningRate);
		const K = widths.at(-1);
		const all = tf.tensor2d(x, [examples, widths[0]]);
		const batches = [];
		for (let from = 0; from < examples; from += batch) {
			const to = Math.min(from + batch, examples);
			batches.push({
				input: tf.tensor2d(x.slice(from * widths[0], to * widths[0]), [to - from, widths[0]]),
				target: tf.tensor2d(y.slice(from * K, to * K), [to - from, K]),
			});
		}
		return {
			async epoch() {
				if (tf.getBackend() !== backend) await tf.setBackend(backend);
				for (const { input, target } of batches) rule.minimize(() => lossOf(forward(input), target));
				variables[0].b.dataSync();
			},
			async outputs() {
				await tf.setBackend(backend);
				return Array.from(tf.tidy(() => forward(all)).dataSync());
			},
			async pictureOf(points, count) {
				await tf.setBackend(backend);
				const input = tf.tensor2d(points, [count, widths[0]]);
				return () => {
					const output = tf.tidy(() => forward(input));
					output.dataSync();
					output.dispose();
				};
			},
		};
	},
});
