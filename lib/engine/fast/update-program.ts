import type { OptimiserSpec } from '@/lib/engine/optimiser';
import type { MemoryLayout } from './memory-layout';
import type { NetworkBlocks } from './network-program';
import { type Code, forRange, get, type Local, sequence, set, v } from './wasm-code';
import type { Locals } from './wasm-module';

/** Where the optimiser's memory lies, and where parameters and memory are kept as they were before the last step. */
export interface UpdateBlocks {
	readonly memory: readonly number[];
	readonly parametersBefore: number;
	readonly memoryBefore: readonly number[];
}

/** Lays out `memories` numbers of memory for each of `floats` parameters. */
export function layOutUpdate(layout: MemoryLayout, floats: number, memories: number): UpdateBlocks {
	const blocks = () => Array.from({ length: memories }, () => layout.block(floats));
	return { memory: blocks(), parametersBefore: layout.block(floats), memoryBefore: blocks() };
}

/** What changes from step to step: the rate of this step, 1 / (1 - beta2^step), and what AdamW leaves of a parameter. */
export interface StepFactors {
	readonly rate: Local;
	readonly secondMoment: Local;
	readonly kept: Local;
}

/**
 * Writes one step of the optimiser over the flat block, the formulas of @/lib/engine/{sgd,momentum,rmsprop,adam}. `rate` is for
 * Adam divided by 1 - beta1^step. Adds to `total` a vector that is 0, or NaN where a parameter or a number of the
 * memory is no longer finite.
 */
export function updateCode(
	layout: MemoryLayout,
	spec: OptimiserSpec,
	network: NetworkBlocks,
	blocks: UpdateBlocks,
	factors: StepFactors,
	total: Local,
	locals: Locals,
): Code {
	const at = locals.take('i32');
	const [w, g, m, s, root, worst] = locals.vectors(6) as [Local, Local, Local, Local, Local, Local];
	const k = (value: number) => layout.splat(value);
	const rate = get(factors.rate);
	const decay = spec.weightDecay ?? 0;
	const recall = (index: number, into: Local) =>
		sequence(
			set(into, v.load(get(at), blocks.memory[index] as number)),
			v.store(get(at), get(into), blocks.memoryBefore[index] as number),
		);
	/** 0 instead of what is smaller than `least`: floats so small that they lose digits take a processor a hundred times as long. */
	const orZero = (x: Local, least: number) => set(x, v.unless(get(x), v.greaterThan(k(least), v.abs(get(x)))));
	const watch = (x: Local) => set(worst, v.add(get(worst), v.sub(get(x), get(x))));
	/** into = share * into + (what is new), remembered. */
	const remember = (index: number, into: Local, share: number, fresh: Code) =>
		sequence(
			recall(index, into),
			set(into, v.add(v.mul(get(into), k(share)), fresh)),
			orZero(into, 1e-30),
			watch(into),
			v.store(get(at), get(into), blocks.memory[index] as number),
		);
	/** The memory of squares: s = share * s + (1 - share) g^2. */
	const rememberSquare = (index: number, share: number) =>
		sequence(
			set(root, v.mul(k(Math.sqrt(1 - share)), get(g))),
			orZero(root, 1e-18),
			remember(index, s, share, v.mul(get(root), get(root))),
		);
	const take = (step: Code) => set(w, v.sub(get(w), step));
	const step = (): Code => {
		switch (spec.kind) {
			case 'sgd':
				return take(v.mul(rate, get(g)));
			case 'momentum':
				return sequence(remember(0, m, spec.momentum ?? 0.9, get(g)), take(v.mul(rate, get(m))));
			case 'nesterov': {
				const momentum = spec.momentum ?? 0.9;
				const ahead = v.add(get(g), v.mul(k(momentum), get(m)));
				return sequence(remember(0, m, momentum, get(g)), take(v.mul(rate, ahead)));
			}
			case 'rmsprop': {
				const { decay: share = 0.9, epsilon = 1e-8 } = spec;
				return sequence(rememberSquare(0, share), take(v.div(v.mul(rate, get(g)), v.add(v.sqrt(get(s)), k(epsilon)))));
			}
			case 'adam':
			case 'adamw': {
				const { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = spec;
				const size = v.add(v.sqrt(v.mul(get(s), get(factors.secondMoment))), k(epsilon));
				return sequence(
					remember(0, m, beta1, v.mul(k(1 - beta1), get(g))),
					rememberSquare(1, beta2),
					take(v.div(v.mul(rate, get(m)), size)),
				);
			}
		}
	};
	const decayed =
		decay === 0
			? []
			: spec.kind === 'adamw'
				? set(w, v.mul(get(w), get(factors.kept)))
				: set(g, v.add(get(g), v.mul(k(decay), get(w))));
	const body = sequence(
		set(w, v.load(get(at), network.parameters)),
		set(g, v.load(get(at), network.gradient)),
		v.store(get(at), get(w), blocks.parametersBefore),
		decayed,
		step(),
		v.store(get(at), get(w), network.parameters),
		watch(w),
	);
	return sequence(forRange(at, 0, network.padded * 4, 16, body), set(total, v.add(get(total), get(worst))));
}
