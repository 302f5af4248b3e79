import type { Claim } from '@/lib/demos/demo';
import { openStream } from '@/lib/engine/random-stream';
import { neuronFrame } from './model';
import { type NeuronParams, neuronFields } from './params';

const formulas: Record<NeuronParams['activation'], { f(z: number): number; slope(z: number): number }> = {
	sigmoid: { f: (z) => 1 / (1 + Math.exp(-z)), slope: (z) => Math.exp(-z) / (1 + Math.exp(-z)) ** 2 },
	tanh: { f: (z) => Math.tanh(z), slope: (z) => 1 / Math.cosh(z) ** 2 },
	relu: { f: (z) => Math.max(0, z), slope: (z) => (z > 0 ? 1 : 0) },
	identity: { f: (z) => z, slope: () => 1 },
};

const card = { x: [1, -2], w: [0.5, 0.5], b: 0.25, activation: 'sigmoid', flip: '2' } as const;

/** The greatest distance of z, a and f'(z) from the formulas, over 25 random neurons of each activation. */
function worstGap(seed: number): number {
	const stream = openStream(seed, 'data');
	const draw = () => 4 * (2 * stream.uniform() - 1);
	let worst = 0;
	for (const { value: activation } of neuronFields.activation.options) {
		for (let k = 0; k < 25; k++) {
			const params: NeuronParams = { ...card, x: [draw(), draw()], w: [draw(), draw()], b: draw(), activation };
			const { z, a, slope } = neuronFrame(params, params.w);
			const sum = params.b + params.w.reduce((total, wj, j) => total + wj * (params.x[j] ?? 0), 0);
			const { f, slope: slopeOf } = formulas[activation];
			worst = Math.max(worst, Math.abs(z - sum), Math.abs(a - f(sum)), Math.abs(slope - slopeOf(sum)));
		}
	}
	return worst;
}

/** What the demo `neuron` proves. */
export const neuronClaims: readonly Claim[] = [
	{
		says: 'z, a and f′(z) equal their formulas to 1e-12',
		seeds: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
		band: [0, 1e-12],
		measure: worstGap,
	},
	{
		says: 'x=(1,-2), w=(0.5,0.5), b=0.25 gives z=-0.25',
		seeds: [1],
		band: [-0.25, -0.25],
		measure: () => neuronFrame(card, card.w).z,
	},
	{
		says: 'and the sigmoid of it is 0.438',
		seeds: [1],
		band: [0.4375, 0.4385],
		measure: () => neuronFrame(card, card.w).a,
	},
];
