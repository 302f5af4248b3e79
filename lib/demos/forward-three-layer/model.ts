import type { DemoModel } from '@/lib/demos/demo';
import { handNet } from '@/lib/demos/hand-net';
import { type LayerNumbers, layerNumbers } from '@/lib/demos/layer-numbers';
import { listWords, matrixWords } from '@/lib/demos/number-lists';
import { fixedWords, plainWords } from '@/lib/demos/number-words';
import { traceExample } from '@/lib/engine/trace';
import { type ThreeLayerParams, WIDTHS } from './params';

/** The net at x times `factor`; levels up to `open` are worked out, the rest stand as symbols. */
export interface ThreeLayerFrame {
	factor: number;
	x: number[];
	layers: LayerNumbers[];
	open: number;
}

/** Which level lost its slope first, as x grew. */
export interface ThreeLayerOutcome {
	first: 1 | 2 | 3 | null;
	/** How many times x had grown by then. */
	factor: number;
	/** The mean slope of each level's units at x as it was, and at the end. */
	before: number[];
	after: number[];
	/** The mean size of each level's z at the end. */
	sizes: number[];
}

/** A level counts as saturated once the mean slope of its units is below this; at z = 0 the slope of tanh is 1. */
export const SATURATED = 0.3;
const GROWTH_STEPS = 30;

/** The net 2-4-4-2 of the demo. */
export function threeLayerNet(seed: number) {
	return handNet({ inputs: 2, widths: WIDTHS, activation: 'tanh', seed });
}

/** The net's numbers at x times `factor`. */
export function threeLayerFrame({ x, seed }: ThreeLayerParams, factor: number, open: number): ThreeLayerFrame {
	const grown = x.map((xj) => factor * xj);
	const trace = traceExample(
		threeLayerNet(seed),
		grown,
		WIDTHS.slice(-1).flatMap((n) => Array(n).fill(0)),
		'mean-squared-error',
	);
	return { factor, x: grown, layers: layerNumbers(trace), open };
}

/** The mean slope of a level's units. */
export function meanSlope({ slope }: LayerNumbers): number {
	return slope.reduce((sum, s) => sum + s, 0) / slope.length;
}

function growth({ scale }: ThreeLayerParams): number[] {
	return Array.from({ length: GROWTH_STEPS }, (_, k) => scale ** ((k + 1) / GROWTH_STEPS));
}

/** What the run comes to, without its frames. */
export function threeLayerOutcome(params: ThreeLayerParams): ThreeLayerOutcome {
	const slopes = (factor: number) => threeLayerFrame(params, factor, 3).layers.map(meanSlope);
	const before = slopes(1);
	const { layers } = threeLayerFrame(params, params.scale, 3);
	const sizes = layers.map(({ z }) => z.reduce((sum, zi) => sum + Math.abs(zi), 0) / z.length);
	const after = layers.map(meanSlope);
	for (const factor of [1, ...growth(params)]) {
		const now = slopes(factor);
		const least = now.indexOf(Math.min(...now));
		if ((now[least] ?? 1) < SATURATED) return { first: (least + 1) as 1 | 2 | 3, factor, before, after, sizes };
	}
	return { first: null, factor: params.scale, before, after, sizes };
}

/** The demo `forward-three-layer`: the nested formula worked out from the inside, then x grows. */
export const threeLayerModel: DemoModel<ThreeLayerParams, ThreeLayerFrame, ThreeLayerOutcome> = {
	preview: (params) => threeLayerFrame(params, 1, 0),
	*run(params) {
		for (let open = 1; open <= WIDTHS.length; open++)
			for (let pause = 0; pause < 5; pause++) yield threeLayerFrame(params, 1, open);
		for (const factor of growth(params)) yield threeLayerFrame(params, factor, WIDTHS.length);
		const outcome = threeLayerOutcome(params);
		return { outcome, why: whyOf(params, outcome) };
	},
	live: (_params, { x, layers, open, factor }) => {
		const shown = (l: number) => {
			const layer = layers[l - 1];
			return layer && open >= l ? { [`a${l}`]: { value: listWords(layer.a, 2), shape: `${layer.a.length}×1` } } : {};
		};
		const shape = (l: number) => ({
			[`W${l}`]: { value: matrixWords(layers[l - 1]?.W ?? [], 1), shape: shapeOf(layers[l - 1]) },
		});
		const y = layers.at(-1);
		return {
			symbols: {
				x: { value: listWords(x, 2), shape: `2×1${factor > 1 ? `, grown ${plainWords(factor)} times` : ''}` },
				...shape(1),
				...shape(2),
				...shape(3),
				...shown(1),
				...shown(2),
				...(y && open >= 3 ? { y: { value: listWords(y.a, 2), shape: `${y.a.length}×1` } } : {}),
			},
		};
	},
	table: (_params, { x, layers, open }) => ({
		caption: 'The three levels, from the inside out (— still folded)',
		columns: ['level', 'reads', 'z', 'a = tanh(z)', 'mean slope'],
		rows: layers.map((layer, k) => {
			const known = open > k;
			return [
				`${layer.l}: W is ${shapeOf(layer)}`,
				k === 0 ? listWords(x, 2) : open >= k ? listWords(layer.input) : '—',
				known ? listWords(layer.z) : '—',
				known ? listWords(layer.a) : '—',
				known ? fixedWords(meanSlope(layer), 3) : '—',
			];
		}),
	}),
};

function shapeOf(layer: LayerNumbers | undefined): string {
	return layer ? `${layer.W.length}×${layer.input.length}` : '';
}

function whyOf({ scale, x }: ThreeLayerParams, { first, factor, before, after, sizes }: ThreeLayerOutcome): string {
	const slopes = (l: number) => `${fixedWords(before[l - 1] ?? 0, 2)} to ${fixedWords(after[l - 1] ?? 0, 2)}`;
	if (x.every((xj) => xj === 0))
		return 'x is 0, and however often it is multiplied it stays 0: nothing moves at any level.';
	const lead =
		first === null
			? `At ${plainWords(scale)} times the input the mean slopes went, level by level, from ${[1, 2, 3].map(slopes).join(', from ')}: none fell below ${SATURATED}.`
			: `${factor === 1 ? 'At x itself' : `At ${plainWords(Number(factor.toPrecision(2)))} times the input`} the mean slope of level ${first} fell below ${SATURATED}; by the end it had gone from ${slopes(first)}, at level ${first === 2 ? '1' : '2'} from ${slopes(first === 2 ? 1 : 2)}.`;
	return (
		`${lead} Only z¹ grows with x (its mean size is now ${fixedWords(sizes[0] ?? 0, 2)}): what level 2 and level 3 read is already squeezed into (−1, 1), ` +
		`so their z stays near ${fixedWords(sizes[1] ?? 0, 2)} and ${fixedWords(sizes[2] ?? 0, 2)}.`
	);
}
