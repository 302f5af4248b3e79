import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { ACTIVATION_NAMES, type Activation, type ActivationName, activations } from './activation';
import { drawProblem, lossesWithOutputs, nearKink, type Problem, STRUCTURES } from './arbitrary-problem';
import { checkGradients } from './gradient-check';
import { initialiseNetwork } from './initialise';
import { dense } from './layer-shape';
import { LOSS_NAMES, type Loss, type LossName, losses } from './loss';
import { createMatrix } from './matrix';
import { openStream } from './random-stream';

const seed = fc.nat(1_000_000);

/** A net of these sizes with random weights and biases, and a batch of three with random targets. */
function drawPlain(sizes: number[], hidden: ActivationName, output: ActivationName, loss: LossName): Problem {
	const [inputs = 1, ...units] = sizes;
	const weights = openStream(5, 'weights');
	const data = openStream(5, 'data');
	const layers = units.map((n, index) => dense(n, index === units.length - 1 ? output : hidden));
	const network = initialiseNetwork({ inputs, layers }, { kind: 'inverse-sqrt' }, weights);
	for (const b of network.biases) b.set(b.map(() => 0.5 * weights.normal()));
	const x = createMatrix(3, inputs);
	x.data.set(x.data.map(() => data.normal()));
	const y = createMatrix(3, units.at(-1) ?? 1);
	for (let row = 0; row < 3; row++) y.data[row * y.columns] = loss === 'mean-squared-error' ? data.normal() : 1;
	return { network, x, y };
}

describe('checkGradients()', () => {
	for (const structure of STRUCTURES) {
		for (const hidden of ACTIVATION_NAMES) {
			for (const { loss, output } of lossesWithOutputs(ACTIVATION_NAMES)) {
				if (structure === 'softmax' && loss === 'binary-cross-entropy') continue;
				// Every output with every hidden activation once; in the other structures one output for each will do.
				if (structure !== 'plain' && losses[loss].head === null && output !== hidden) continue;
				it(`finds backprop right for ${hidden} layers, ${output} output and ${loss}, ${structure}, whatever the architecture`, () => {
					fc.assert(
						fc.property(seed, (n) => {
							const problem = drawProblem({ structure, hidden, output, loss }, n);
							fc.pre(!nearKink(problem, openStream(n, 'dropout')));
							const masks = openStream(n, 'dropout');
							const check = checkGradients(problem.network, problem.x, problem.y, loss, 1e-5, 1e-3, masks);
							expect(check.maxRelativeError).toBeLessThanOrEqual(1e-6);
						}),
						{ numRuns: 25 },
					);
				});
			}
		}
	}

	it('leaves the network as it was and lists every parameter once, in order', () => {
		const { network, x, y } = drawPlain([2, 3, 1], 'tanh', 'tanh', 'mean-squared-error');
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
		const { network, x, y } = drawPlain([2, 1], 'tanh', 'tanh', 'mean-squared-error');
		for (const eps of [0, -1, Number.NaN]) {
			expect(() => checkGradients(network, x, y, 'mean-squared-error', eps)).toThrow(/eps/);
		}
	});

	it('says NaN when the loss is not a number', () => {
		const { network, x, y } = drawPlain([2, 1], 'tanh', 'tanh', 'mean-squared-error');
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
		const { network, x, y } = drawPlain([3, 4, 2], activation, output, loss);
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
