import type { FastActivation, FastLayer } from './fast-plan';
import type { MemoryLayout } from './memory-layout';
import { ProductWriter } from './panel-product';
import { TransposeWriter } from './panel-transpose';
import { type Panels, paddedColumns, panelFloats } from './panels';
import { VectorMath } from './vector-math';
import { advance, type Code, forRange, get, i32, type Local, sequence, set, untilAt, v } from './wasm-code';
import type { Locals } from './wasm-module';

/** Where a network and its passes lie in memory. Batches of any size up to the greatest share the room. */
export interface NetworkBlocks {
	readonly layers: readonly FastLayer[];
	/** W^l, row-major, and b^l, within the flat block of parameters; the gradients lie likewise, from `gradient` on. */
	readonly W: readonly number[];
	readonly b: readonly number[];
	readonly parameters: number;
	readonly gradient: number;
	/** How many parameters there are, and how many floats they take filled up to whole vectors. */
	readonly count: number;
	readonly padded: number;
	/** The rows of the batch, [batch, n_0] in panels of columns. */
	readonly rows: number;
	/** a^0 to a^L; z^L, apart from a^L for a sigmoid alone; dl/dz^1 to dl/dz^L (index l - 1), with 1/batch: all [n, batch] in panels. */
	readonly a: readonly number[];
	readonly zL: number;
	readonly dz: readonly number[];
	/** Room for transposes and for gathered splats. */
	readonly transposed: number;
	readonly fours: number;
	readonly gathered: number;
}

/** Lays out the network, and what its backward pass needs too where `training` is set, for batches of up to `batch` examples. */
export function layOutNetwork(
	layout: MemoryLayout,
	layers: readonly FastLayer[],
	batch: number,
	training: boolean,
): NetworkBlocks {
	const widths = [layers[0]?.inputs ?? 0, ...layers.map((layer) => layer.units)];
	const widest = Math.max(...widths) + 4;
	const count = layers.reduce((sum, { inputs, units }) => sum + units * (inputs + 1), 0);
	const padded = paddedColumns(count);
	const parameters = layout.block(padded);
	const W: number[] = [];
	const b: number[] = [];
	let at = parameters;
	for (const { inputs, units } of layers) {
		W.push(at);
		b.push(at + units * inputs * 4);
		at += units * (inputs + 1) * 4;
	}
	const room = (width: number) => layout.block(panelFloats(width, batch));
	const whenTraining = (floats: number) => (training ? layout.block(floats) : 0);
	const last = widths.at(-1) ?? 0;
	const a = widths.map(room);
	return {
		layers,
		W,
		b,
		parameters,
		gradient: whenTraining(padded),
		count,
		padded,
		rows: layout.block(panelFloats(paddedColumns(batch), widths[0] ?? 0)),
		dz: layers.map(({ units }) => (training ? room(units) : 0)),
		a,
		zL: layers.at(-1)?.activation === 'sigmoid' ? room(last) : (a.at(-1) ?? 0),
		transposed: layout.block(panelFloats(paddedColumns(batch), widest)),
		fours: layout.block(panelFloats(paddedColumns(batch), widest)),
		gathered: layout.block(4 * widest),
	};
}

/** Gathering is worth its while from so many bytes of weights and so many columns of the batch on. */
const GATHERED_BYTES = 16_384;
const GATHERED_COLUMNS = 32;

/** Writes the passes of a network for batches of exactly `batch` examples, into one function with its locals. */
export class NetworkWriter {
	readonly blocks: NetworkBlocks;
	readonly batch: number;
	readonly math: VectorMath;
	readonly transposes: TransposeWriter;
	readonly #layout: MemoryLayout;
	readonly #products: ProductWriter;
	readonly #at: Local;
	readonly #block: Local;
	readonly #end: Local;
	readonly #value: Local;
	readonly #partial: readonly Local[];

	constructor(layout: MemoryLayout, blocks: NetworkBlocks, batch: number, locals: Locals, fused: boolean) {
		this.blocks = blocks;
		this.batch = batch;
		this.#layout = layout;
		this.math = new VectorMath(layout, locals);
		this.transposes = new TransposeWriter(locals);
		this.#products = new ProductWriter(locals, fused);
		[this.#at, this.#block, this.#end] = [locals.take('i32'), locals.take('i32'), locals.take('i32')];
		this.#value = locals.take('v128');
		this.#partial = locals.vectors(4);
	}

	/** A block of [rows, batch] in panels. */
	panels(address: number, rows: number): Panels {
		return { address, rows, columns: this.batch };
	}

	/** The rows of the batch as they are gathered. */
	rows(): Panels {
		const { rows, layers } = this.blocks;
		return { address: rows, rows: paddedColumns(this.batch), columns: layers[0]?.inputs ?? 0 };
	}

	/** From the gathered rows to a^L: z^l = W^l a^(l-1) + b^l, a^l = f(z^l). */
	forward(): Code {
		const { layers, a, W, b, zL } = this.blocks;
		const L = layers.length;
		const begin = this.transposes.toPanels(this.rows(), this.panels(a[0] as number, layers[0]?.inputs ?? 0));
		const steps = layers.map(({ inputs, units, activation }, index) => {
			const into = a[index + 1] as number;
			const z = index === L - 1 ? zL : into;
			const product = this.#products.write({
				rows: units,
				splats: {
					address: W[index] as number,
					rowStride: inputs * 4,
					blockStride: inputs * 16,
					depthStride: 4,
				},
				panels: this.panels(a[index] as number, inputs),
				start: b[index] as number,
				into: { panels: this.panels(z, units) },
				...(activation === 'relu' && z === into
					? { finish: (sum: Local) => set(sum, v.greatest(get(sum), v.zero)) }
					: {}),
			});
			const done = z === into && (activation === 'relu' || activation === 'identity');
			return done ? product : sequence(product, this.#activate(activation, z, into, panelFloats(units, this.batch)));
		});
		return sequence(begin, ...steps);
	}

	/** From dl/dz^L to all gradients: equations (1), (2) and (4) of a dense layer, from the last to the first. */
	backward(): Code {
		const { layers, a, W, dz, gradient, parameters, b, transposed, fours, gathered } = this.blocks;
		const depth = paddedColumns(this.batch);
		const steps = layers.map(({ inputs, units }, index) => {
			const errors = this.panels(dz[index] as number, units);
			const input: Panels = index === 0 ? this.rows() : { address: transposed, rows: depth, columns: inputs };
			const transposes = sequence(
				this.transposes.toFours(errors, fours),
				index === 0 ? [] : this.transposes.toPanels(this.panels(a[index] as number, inputs), input),
			);
			const toGradient = gradient - parameters;
			// (1) dl/dW^l = (a^(l-1) dl/dz^l)^T, summed over the batch
			const weights = this.#products.write({
				rows: units,
				splats: { address: fours, rowStride: 4, blockStride: depth * 16, depthStride: 16 },
				panels: input,
				into: { rowsAt: (W[index] as number) + toGradient, columns: inputs },
			});
			const biases = this.#sumOfRows(units, depth, (b[index] as number) + toGradient);
			if (index === 0) return sequence(transposes, weights, biases);
			const below = a[index] as number;
			const { activation } = layers[index - 1] as FastLayer;
			const far = inputs * units * 4 >= GATHERED_BYTES && depth >= GATHERED_COLUMNS;
			// (4) dl/da^(l-1) = dl/dz^l W^l, then dl/dz^(l-1) = dl/da^(l-1) * f'
			const errorsBelow = this.#products.write({
				rows: inputs,
				splats: {
					address: W[index] as number,
					rowStride: 4,
					blockStride: 16,
					depthStride: inputs * 4,
					...(far ? { scratch: gathered } : {}),
				},
				panels: errors,
				into: { panels: this.panels(dz[index - 1] as number, inputs) },
				finish: (sum, at, offset) => this.timesSlope(activation, sum, v.load(get(at), below + offset)),
			});
			return sequence(transposes, weights, biases, errorsBelow);
		});
		return sequence(...steps.toReversed());
	}

	/** error *= f'(z), from a = f(z). */
	timesSlope(activation: FastActivation, error: Local, a: Code): Code {
		const one = this.#layout.splat(1);
		switch (activation) {
			case 'identity':
				return [];
			case 'relu':
				return set(error, v.and(get(error), v.greaterThan(a, v.zero)));
			case 'tanh':
				return sequence(
					set(this.#value, a),
					set(error, v.mul(get(error), v.sub(one, v.mul(get(this.#value), get(this.#value))))),
				);
			case 'sigmoid':
				return sequence(
					set(this.#value, a),
					set(error, v.mul(get(error), v.mul(get(this.#value), v.sub(one, get(this.#value))))),
				);
		}
	}

	#activate(activation: FastActivation, from: number, to: number, floats: number): Code {
		const load = v.load(get(this.#at), from);
		const value = this.#value;
		const work = {
			identity: set(value, load),
			relu: set(value, v.greatest(load, v.zero)),
			tanh: this.math.tanh(value, load),
			sigmoid: this.math.sigmoid(value, load),
		}[activation];
		return forRange(this.#at, 0, floats * 4, 16, sequence(work, v.store(get(this.#at), get(value), to)));
	}

	/** (2) dl/db^l = dl/dz^l, summed over the batch: from the panels of four, four units at a time. */
	#sumOfRows(units: number, depth: number, to: number): Code {
		const [s0, s1, s2, s3] = this.#partial as [Local, Local, Local, Local];
		const sums = [s0, s1, s2, s3];
		const at = this.#at;
		const { fours } = this.blocks;
		const add = sums.map((sum, n) => set(sum, v.add(get(sum), v.load(get(at), fours + n * 16))));
		const block = (lanes: number) =>
			sequence(
				...sums.map((sum) => set(sum, v.zero)),
				set(at, i32.times(get(this.#block), depth * 16)),
				set(this.#end, i32.add(get(at), i32.constant(depth * 16))),
				untilAt(at, this.#end, sequence(...add, advance(at, 64))),
				set(s0, v.add(v.add(get(s0), get(s1)), v.add(get(s2), get(s3)))),
				v.storeLanes(i32.times(get(this.#block), 16), s0, lanes, to),
			);
		const whole = Math.floor(units / 4);
		return sequence(
			forRange(this.#block, 0, whole, 1, block(4)),
			forRange(this.#block, whole, Math.ceil(units / 4), 1, block(units - 4 * whole)),
		);
	}
}
