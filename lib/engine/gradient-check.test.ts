import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { ACTIVATION_NAMES, type Activation, type ActivationName, activations } from './activation';
import { forward } from './forward';
import { checkGradients } from './gradient-check';
import { initialiseNetwork } from './initialise';
import { dense } from './layer-shape';
import { LOSS_NAMES, type Loss, type LossName, losses } from './loss';
import { createMatrix, type Matrix } from './matrix';
import type { Network } from './network';
import { openStream, type RandomStream } from './random-stream';

interface Problem {
	readonly network: Network;
	readonly x: Matrix;
	readonly y: Matrix;
}

/** A random network with random biases too, and a batch with targets that suit the loss. */
function drawProblem(
	widths: number[],
	hidden: ActivationName,
	output: ActivationName,
	loss: LossName,
	seed: number,
): Problem {
	const weights = openStream(seed, 'weights');
	const data = openStream(seed, 'data');
	const [inputs = 1, ...units] = widths;
	const layers = units.map((n, index) => dense(n, index === units.length - 1 ? output : hidden));
	const network = initialiseNetwork({ inputs, layers }, { kind: 'inverse-sqrt' }, weights);
	for (const b of network.biases) b.set(b.map(() => 0.5 * weights.normal()));
	const batch = 1 + data.integer(5);
	const x = createMatrix(batch, inputs);
	x.data.set(x.data.map(() => data.normal()));
	const y = createMatrix(batch, units.at(-1) ?? 1);
	for (let start = 0; start < y.data.length; start += y.columns) {
		if (loss === 'softmax-cross-entropy') y.data[start + data.integer(y.columns)] = 1;
		else for (let k = 0; k < y.columns; k++) y.data[start + k] = target(loss, data);
	}
	return { network, x, y };
}

function target(loss: LossName, stream: RandomStream): number {
	return loss === 'binary-cross-entropy' ? stream.integer(2) : stream.normal();
}

/** Whether some ReLU is so near its kink that the steps of the check might cross it. */
function nearKink({ network, x }: Problem): boolean {
	const pass = forward(network, x);
	return pass.layout.dense.some(
		({ activation }, index) => activation === 'relu' && pass.z[index]?.data.some((z) => Math.abs(z) < 1e-3),
	);
}

const widths = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 5 });
const seed = fc.nat(1_000_000);

const combinations = LOSS_NAMES.flatMap((loss) => {
	const { head } = losses[loss];
	const outputs = head === null ? ACTIVATION_NAMES : [head];
	return ACTIVATION_NAMES.flatMap((hidden) => outputs.map((output) => ({ loss, hidden, output })));
});

describe('checkGradients()', () => {
	for (const { loss, hidden, output } of combinations) {
		it(`finds backprop right for ${hidden} layers, ${output} output and ${loss}, whatever the architecture`, () => {
			fc.assert(
				fc.property(widths, seed, (sizes, n) => {
					const problem = drawProblem(sizes, hidden, output, loss, n);
					fc.pre(!nearKink(problem));
					const check = checkGradients(problem.network, problem.x, problem.y, loss);
					expect(check.maxRelativeError).toBeLessThanOrEqual(1e-6);
				}),
				{ numRuns: 40 },
			);
		});
	}

	it('leaves the network as it was and lists every parameter once, in order', () => {
		const { network, x, y } = drawProblem([2, 3, 1], 'tanh', 'tanh', 'mean-squared-error', 1);
		const before = network.parameters.slice();
		const { perParameter } = checkGradients(network, x, y, 'mean-squared-error');
		expect(network.parameters).toEqual(before);
		expect(perParameter.map(({ l, kind, i, j }) => `${kind}${l}[${i},${j}]`)).toEqual(
			'W1[0,0] W1[0,1] W1[1,0] W1[1,1] W1[2,0] W1[2,1] b1[0,0] b1[1,0] b1[2,0] W2[0,0] W2[0,1] W2[0,2] b2[0,0]'.split(
				' ',
			),
		);
	});

	it('refuses a step that is not above 0', () => {
		const { network, x, y } = drawProblem([2, 1], 'tanh', 'tanh', 'mean-squared-error', 1);
		for (const eps of [0, -1, Number.NaN]) {
			expect(() => checkGradients(network, x, y, 'mean-squared-error', eps)).toThrow(/eps/);
		}
	});

	it('says NaN when the loss is not a number', () => {
		const { network, x, y } = drawProblem([2, 1], 'tanh', 'tanh', 'mean-squared-error', 1);
		network.parameters[0] = Number.NaN;
		expect(checkGradients(network, x, y, 'mean-squared-error').maxRelativeError).toBeNaN();
	});
});

describe('checkGradients() catches a broken engine', () => {
	const undo: (() => void)[] = [];
	afterEach(() => {
		for (const restore of undo.splice(0)) restore();
	});

	/** Replaces a part of a table's entry until the end of the test. */
	function breakPart<T extends object, K extends keyof T>(entry: T, key: K, broken: T[K]): void {
		const kept = entry[key];
		entry[key] = broken;
		undo.push(() => {
			entry[key] = kept;
		});
	}

	function greatestError(activation: ActivationName, output: ActivationName, loss: LossName): number {
		const { network, x, y } = drawProblem([3, 4, 2], activation, output, loss, 5);
		return checkGradients(network, x, y, loss).maxRelativeError;
	}

	for (const name of ['sigmoid', 'tanh', 'relu', 'identity'] as const) {
		it(`a wrong sign in the slope of ${name}`, () => {
			const { backward } = activations[name];
			expect(greatestError(name, name, 'mean-squared-error')).toBeLessThan(1e-6);
			breakPart<Activation, 'backward'>(activations[name], 'backward', (z, a, da, dz) => {
				backward(z, a, da, dz);
				for (let k = 0; k < dz.length; k++) dz[k] = -(dz[k] as number);
			});
			expect(greatestError(name, name, 'mean-squared-error')).toBeGreaterThan(0.1);
		});
	}

	it('a slope of tanh without its square', () => {
		breakPart<Activation, 'backward'>(activations.tanh, 'backward', (_z, a, da, dz) => {
			for (let k = 0; k < dz.length; k++) dz[k] = (da[k] as number) * (1 - Math.abs(a[k] as number));
		});
		expect(greatestError('tanh', 'tanh', 'mean-squared-error')).toBeGreaterThan(0.01);
	});

	for (const name of LOSS_NAMES) {
		it(`a gradient of ${name} that is half of what it should be`, () => {
			const output = losses[name].head ?? 'tanh';
			const { backward, backwardThroughHead } = losses[name];
			const halve = (row: Float64Array, start: number, K: number) => {
				for (let k = start; k < start + K; k++) row[k] = (row[k] as number) / 2;
			};
			if (backwardThroughHead !== undefined) {
				breakPart<Loss, 'backwardThroughHead'>(losses[name], 'backwardThroughHead', (a, y, start, K, dz) => {
					backwardThroughHead(a, y, start, K, dz);
					halve(dz, start, K);
				});
			}
			breakPart<Loss, 'backward'>(losses[name], 'backward', (z, a, y, start, K, da) => {
				backward(z, a, y, start, K, da);
				halve(da, start, K);
			});
			expect(greatestError('tanh', output, name)).toBeGreaterThan(0.1);
		});
	}
});
