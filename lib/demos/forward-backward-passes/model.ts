import type { DemoModel } from '@/lib/demos/demo';
import { handExample, handNet } from '@/lib/demos/hand-net';
import { type LayerNumbers, layerNumbers } from '@/lib/demos/layer-numbers';
import { listWords } from '@/lib/demos/number-lists';
import { fixedWords, superscript } from '@/lib/demos/number-words';
import { type Trace, traceExample } from '@/lib/engine/trace';
import type { PassesParams } from './params';
import { passBack, type Turn } from './pass-back';

/** Where both passes have got to: `forward` layers are done going on, and those of `back`, in that order, going back. */
export interface PassesFrame {
	x: number[];
	layers: LayerNumbers[];
	dz: number[][];
	target: number;
	loss: number;
	forward: number;
	/** The loss is known. */
	lossKnown: boolean;
	back: number[];
	/** Numbers kept at each step so far, the present one last. */
	memory: number[];
}

/** In which order the gradients came, and what was kept for them. */
export interface PassesOutcome {
	order: 'descending' | 'ascending' | 'together' | 'mixed';
	/** The layers by turn of the backward pass. */
	turns: number[][];
	peak: number;
	left: number;
}

/** Both passes of the engine over the demo's net: 2 inputs, L − 1 layers of M units, one output, tanh on each. */
export function passesTrace({ depth, width, seed }: PassesParams): Trace {
	const widths = Array.from({ length: depth }, (_, k) => (k === depth - 1 ? 1 : width));
	const { x, y } = handExample(2, seed);
	return traceExample(handNet({ inputs: 2, widths, activation: 'tanh', seed }), x, y, 'mean-squared-error');
}

/** The backward pass from the kept numbers alone. */
export function passesBack(trace: Trace): Turn[][] {
	return passBack(layerNumbers(trace), [...(trace.layers.at(-1)?.da ?? [])]);
}

/** How many numbers layer l keeps: what it read, and its slopes. */
function sizeOf({ input, slope }: LayerNumbers): number {
	return input.length + slope.length;
}

/** The demo `forward-backward-passes`: memory fills on the way on, and empties on the way back. */
export const passesModel: DemoModel<PassesParams, PassesFrame, PassesOutcome> = {
	preview(params) {
		const trace = passesTrace(params);
		const [layers, dz] = [layerNumbers(trace), trace.layers.map((layer) => [...layer.dz])];
		const rest = { target: trace.target[0] ?? Number.NaN, loss: trace.loss };
		return { x: [...trace.x], layers, dz, ...rest, forward: 0, lossKnown: false, back: [], memory: [0] };
	},
	*run(params) {
		const start = passesModel.preview(params);
		let frame = start;
		for (const layer of start.layers) {
			const memory = [...frame.memory, (frame.memory.at(-1) ?? 0) + sizeOf(layer)];
			frame = { ...frame, forward: layer.l, memory };
			yield frame;
		}
		const peak = frame.memory.at(-1) ?? 0;
		frame = { ...frame, lossKnown: true, memory: [...frame.memory, peak] };
		yield frame;
		const turns = passesBack(passesTrace(params)).map((turn) => turn.map(({ l }) => l));
		for (const turn of turns) {
			const freed = turn.reduce((sum, l) => sum + sizeOf(start.layers[l - 1] as LayerNumbers), 0);
			const memory = [...frame.memory, (frame.memory.at(-1) ?? 0) - freed];
			frame = { ...frame, back: [...frame.back, ...turn], memory };
			yield frame;
		}
		const outcome = { order: orderOf(turns), turns, peak, left: frame.memory.at(-1) ?? Number.NaN };
		return { outcome, why: whyOf(params, outcome) };
	},
	live(params, { layers, dz, forward, lossKnown, back, loss, memory }) {
		const l = back.at(-1) ?? (forward === 0 ? null : forward);
		const layer = l === null ? undefined : layers[l - 1];
		if (l === null || !layer) return { symbols: { L: { value: String(params.depth) } } };
		const vector = (numbers: readonly number[], shape: string) => ({ value: listWords(numbers, 2), shape });
		return {
			symbols: {
				L: { value: String(params.depth) },
				input: vector(layer.input, `${layer.input.length}×1, l = ${l}`),
				slope: vector(layer.slope, `${layer.slope.length} of them, l = ${l}`),
				kept: { value: `${memory.at(-1) ?? 0} numbers` },
				...(lossKnown
					? { loss: { value: fixedWords(loss, 3) } }
					: { a: vector(layer.a, `${layer.a.length}×1, l = ${l}`) }),
				...(back.length > 0 ? { dz: vector(dz[l - 1] ?? [], `1×${layer.a.length}, l = ${l}`) } : {}),
			},
			line: back.length > 0 ? 1 : 0,
		};
	},
	table: (_params, { layers, dz, forward, back }) => ({
		caption: 'What each layer keeps, and the gradient it gets (— not there)',
		columns: ['layer l', 'kept: a of layer l−1', 'kept: f′(z) of layer l', '∂ℓ/∂z of layer l', 'turn'],
		rows: layers.map(({ l, input, slope }) => {
			const kept = forward >= l && !back.includes(l);
			const gone = back.includes(l) ? 'forgotten' : '—';
			return [
				String(l),
				kept ? listWords(input) : gone,
				kept ? listWords(slope) : gone,
				back.includes(l) ? listWords(dz[l - 1] ?? []) : '—',
				back.includes(l) ? String(back.indexOf(l) + 1) : '—',
			];
		}),
	}),
};

/** How the layers of the turns follow one another. */
export function orderOf(turns: readonly (readonly number[])[]): PassesOutcome['order'] {
	if (turns.length === 1) return 'together';
	const flat = turns.flat();
	const along = (sign: number) => flat.every((l, k) => k === 0 || sign * (l - (flat[k - 1] ?? 0)) > 0);
	return turns.some((turn) => turn.length > 1) ? 'mixed' : along(-1) ? 'descending' : along(1) ? 'ascending' : 'mixed';
}

function whyOf({ depth }: PassesParams, { turns, peak, left }: PassesOutcome): string {
	const order = turns.map((turn) => turn.map((l) => `∂ℓ/∂z${superscript(l)}`).join(' and ')).join(', then ');
	return (
		`The gradient at a layer is made from that of the layer after it, so each turn could do just one: ${order}. ` +
		`The forward pass kept ${peak} numbers, aˡ⁻¹ and f′(zˡ) for each of ${depth} layers; each turn used those of its layer for the last time, and ${left} are left.`
	);
}
