import type { ActivationName } from './activation';
import type { LayerShape, NetworkShape } from './layer-shape';

/**
 * One thing the forward pass does, in order; the backward pass undoes them from the last to the first. Numbers flow between
 * them as values: value 0 is the input, and each stage but a fork makes the next. `from`, `to` and the like are their indices.
 */
export type Stage =
	| {
			readonly kind: 'dense';
			/** Which dense layer, from 1 to L. */
			readonly l: number;
			readonly activation: ActivationName;
			readonly fanIn: number;
			readonly units: number;
			readonly from: number;
			readonly to: number;
	  }
	| { readonly kind: 'dropout'; readonly p: number; readonly mask: number; readonly from: number; readonly to: number }
	| { readonly kind: 'softmax'; readonly from: number; readonly to: number }
	/** Where a residual block begins: its value goes both into the branch and past it. */
	| { readonly kind: 'fork'; readonly at: number; readonly joined: number }
	/** Where it ends: to = skip + gain * branch. */
	| {
			readonly kind: 'join';
			readonly gain: number;
			readonly skip: number;
			readonly branch: number;
			readonly to: number;
	  };

/** A stage with weights. */
export type DenseStage = Extract<Stage, { kind: 'dense' }>;

/** An architecture as a list of stages, and how many units each value has; value 0 is the input, the last is the output. */
export interface Stages {
	readonly stages: readonly Stage[];
	readonly widths: readonly number[];
	readonly dense: readonly DenseStage[];
	readonly dropouts: number;
}

/** Lays an architecture out in stages; throws RangeError for sizes, probabilities or blocks that make no sense. */
export function stagesOf(shape: NetworkShape): Stages {
	checkSize('inputs', shape.inputs);
	if (shape.layers.length === 0) throw new RangeError('a network needs at least one layer');
	const stages: Stage[] = [];
	const widths = [shape.inputs];
	const dense: DenseStage[] = [];
	let dropouts = 0;

	/** Adds a layer that reads value `from`, and says which value it makes. */
	function add(layer: LayerShape, from: number): number {
		const width = widths[from] as number;
		switch (layer.kind) {
			case 'dense': {
				const l = dense.length + 1;
				checkSize(`units of layer ${l}`, layer.units);
				const to = widths.push(layer.units) - 1;
				const { activation, units } = layer;
				const stage: DenseStage = { kind: 'dense', l, activation, fanIn: width, units, from, to };
				dense.push(stage);
				stages.push(stage);
				return to;
			}
			case 'dropout': {
				if (!(layer.p >= 0 && layer.p < 1)) throw new RangeError(`p of dropout must be in [0, 1), got ${layer.p}`);
				const to = widths.push(width) - 1;
				stages.push({ kind: 'dropout', p: layer.p, mask: dropouts++, from, to });
				return to;
			}
			case 'softmax': {
				const to = widths.push(width) - 1;
				stages.push({ kind: 'softmax', from, to });
				return to;
			}
			case 'residual': {
				if (!Number.isFinite(layer.gain))
					throw new RangeError(`gain of a residual block must be finite, got ${layer.gain}`);
				if (layer.layers.length === 0) throw new RangeError('a residual block needs at least one layer');
				const forkAt = stages.length;
				stages.push({ kind: 'fork', at: from, joined: 0 });
				const branch = layer.layers.reduce((value, inner) => add(inner, value), from);
				if (widths[branch] !== width) {
					throw new RangeError(
						`a residual block must end with the ${width} units it begins with, got ${widths[branch]}`,
					);
				}
				const to = widths.push(width) - 1;
				stages[forkAt] = { kind: 'fork', at: from, joined: to };
				stages.push({ kind: 'join', gain: layer.gain, skip: from, branch, to });
				return to;
			}
		}
	}

	shape.layers.reduce((value, layer) => add(layer, value), 0);
	return { stages, widths, dense, dropouts };
}

function checkSize(name: string, size: number): void {
	if (!Number.isInteger(size) || size < 1) throw new RangeError(`${name} must be a positive integer, got ${size}`);
}
