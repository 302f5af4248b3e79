import type { LossName } from '@/lib/engine/loss';
import type { MemoryLayout } from './memory-layout';
import type { NetworkWriter } from './network-program';
import { panelRuns } from './panels';
import { advance, type Code, forRange, get, i32, type Local, sequence, set, v } from './wasm-code';
import type { Locals } from './wasm-module';

/** Writes dl/dz^L (with 1/batch) and adds the mean loss to four partial sums, from z^L, a^L and the targets [K, batch] in panels. */
export class LossWriter {
	readonly #layout: MemoryLayout;
	readonly #writer: NetworkWriter;
	readonly #targets: number;
	readonly #total: Local;
	readonly #at: Local;
	readonly #panel: Local;
	readonly #panelCount: Local;
	readonly #unit: Local;
	readonly #t: readonly Local[];

	constructor(layout: MemoryLayout, writer: NetworkWriter, targets: number, total: Local, locals: Locals) {
		this.#layout = layout;
		this.#writer = writer;
		this.#targets = targets;
		this.#total = total;
		const integer = () => locals.take('i32');
		[this.#at, this.#panel, this.#panelCount, this.#unit] = [integer(), integer(), integer(), integer()];
		this.#t = locals.vectors(5);
	}

	/** Four examples at a time; those that fill the batch up have weight 0, and so have all gradients that come of them. */
	write(loss: LossName): Code {
		const { batch, blocks } = this.#writer;
		const K = blocks.layers.at(-1)?.units ?? 0;
		const share = loss === 'softmax-cross-entropy' ? 1 / batch : 1 / (batch * K);
		const filled = batch % 4;
		const lastWeights = [0, 1, 2, 3].map((lane) => (filled === 0 || lane < filled ? share : 0));
		const runs = panelRuns({ address: 0, rows: K, columns: batch }).map((run, index, all) => {
			const atEnd = index === all.length - 1;
			const vectors = (last: boolean) =>
				Array.from({ length: run.width / 4 }, (_, vector) => {
					const partly = last && vector === run.width / 4 - 1 && filled !== 0;
					const weight = partly
						? this.#layout.floats(...(lastWeights as [number, number, number, number]))
						: this.#layout.splat(share);
					return this.#examples(loss, K, run.address + vector * 16, run.width * 4, weight);
				});
			const step = set(this.#panel, i32.add(get(this.#panel), i32.constant(run.stride)));
			const whole = sequence(...vectors(false), step);
			const first = set(this.#panel, i32.constant(0));
			if (!atEnd) return sequence(first, forRange(this.#panelCount, 0, run.count, 1, whole));
			return sequence(first, forRange(this.#panelCount, 0, run.count - 1, 1, whole), ...vectors(true));
		});
		return sequence(...runs);
	}

	/** Four examples: their K outputs lie `stride` bytes apart from `start` on, in the present panel. */
	#examples(loss: LossName, K: number, start: number, stride: number, weight: Code): Code {
		const { blocks, math } = this.#writer;
		const { zL } = blocks;
		const aL = blocks.a.at(-1) ?? 0;
		const dzL = blocks.dz.at(-1) ?? 0;
		const activation = blocks.layers.at(-1)?.activation ?? 'identity';
		const [t0, t1, greatest, sum, mass] = this.#t as [Local, Local, Local, Local, Local];
		const at = get(this.#at);
		const [z, a, y] = [v.load(at, zL + start), v.load(at, aL + start), v.load(at, this.#targets + start)];
		const dz = v.load(at, dzL + start);
		const keep = (value: Code) => v.store(at, value, dzL + start);
		const count = (term: Code) => set(this.#total, v.add(get(this.#total), v.mul(term, weight)));
		const overUnits = (body: Code) =>
			sequence(
				set(this.#at, get(this.#panel)),
				...(K <= 2
					? Array.from({ length: K }, () => sequence(body, advance(this.#at, stride)))
					: [forRange(this.#unit, 0, K, 1, sequence(body, advance(this.#at, stride)))]),
			);
		switch (loss) {
			case 'mean-squared-error':
				return overUnits(
					sequence(
						set(t0, v.sub(a, y)),
						count(v.mul(get(t0), get(t0))),
						set(t0, v.mul(v.mul(get(t0), weight), this.#layout.splat(2))),
						this.#writer.timesSlope(activation, t0, a),
						keep(get(t0)),
					),
				);
			case 'binary-cross-entropy':
				return overUnits(
					sequence(
						keep(v.mul(v.sub(a, y), weight)),
						math.exp(t0, v.neg(v.abs(z))),
						math.log1p(t1, get(t0)),
						count(v.add(v.sub(v.greatest(z, v.zero), v.mul(y, z)), get(t1))),
					),
				);
			case 'softmax-cross-entropy':
				return sequence(
					set(greatest, v.load(get(this.#panel), aL + start)),
					overUnits(set(greatest, v.greatest(get(greatest), a))),
					set(sum, v.zero),
					set(mass, v.zero),
					overUnits(
						sequence(
							math.exp(t0, v.sub(a, get(greatest))),
							keep(get(t0)),
							set(sum, v.add(get(sum), get(t0))),
							set(mass, v.add(get(mass), y)),
						),
					),
					math.log(t1, get(sum)),
					set(t1, v.add(get(t1), get(greatest))),
					set(sum, v.div(get(mass), get(sum))),
					overUnits(sequence(count(v.mul(y, v.sub(get(t1), a))), keep(v.mul(v.sub(v.mul(dz, get(sum)), y), weight)))),
				);
		}
	}
}
