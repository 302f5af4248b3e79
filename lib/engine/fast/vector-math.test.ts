import { describe, expect, it } from 'vitest';
import { exp, log, log1p, tanh } from '@/lib/engine/elementary';
import { MemoryLayout } from './memory-layout';
import { VectorMath } from './vector-math';
import { type Code, forRange, get, type Local, sequence, v } from './wasm-code';
import { Locals } from './wasm-module';
import { startProgram } from './wasm-program';

/** The function over all of `values`, their number a multiple of 4. */
function mapped(
	name: string,
	values: Float32Array,
	write: (math: VectorMath, to: Local, x: Code) => Code,
): Float32Array {
	const layout = new MemoryLayout();
	const from = layout.block(values.length);
	const into = layout.block(values.length);
	const { floats, functions } = startProgram(`test ${name}`, layout, () => {
		const locals = new Locals(0);
		const [at, to] = [locals.take('i32'), locals.take('v128')];
		const work = write(new VectorMath(layout, locals), to, v.load(get(at), from));
		const body = forRange(at, 0, values.length * 4, 16, sequence(work, v.store(get(at), get(to), into)));
		return [{ name: 'run', parameters: [], returnsFloat: false, locals, body }];
	});
	floats.set(values, from / 4);
	functions['run']?.();
	return floats.slice(into / 4, into / 4 + values.length);
}

/** The greatest error of `found` against f, relative to f; a tanh or logarithm near 0 is relative to its own size too. */
function worst(values: Float32Array, found: Float32Array, f: (x: number) => number): number {
	return values.reduce((most, x, k) => {
		const expected = f(x);
		const apart = Math.abs((found[k] as number) - expected);
		return Math.max(most, expected === 0 ? apart : apart / Math.abs(expected));
	}, 0);
}

const between = (from: number, to: number, count = 40_000) =>
	Float32Array.from({ length: count }, (_, k) => from + ((to - from) * k) / (count - 1));

describe('VectorMath', () => {
	it('exp() is within 3e-7 from -87 to 88, and is held finite beyond', () => {
		const values = between(-87, 88);
		const write = (math: VectorMath, to: Local, x: Code) => math.exp(to, x);
		expect(worst(values, mapped('exp', values, write), exp)).toBeLessThan(3e-7);
		const edges = mapped('exp edges', Float32Array.of(-1e30, 1e30, 0, Number.NaN), write);
		expect(edges[0]).toBeLessThan(1e-37);
		expect(edges[1]).toBeGreaterThan(1e38);
		expect(edges[1]).toBeLessThan(Number.POSITIVE_INFINITY);
		expect(edges[2]).toBe(1);
		expect(edges[3]).toBeNaN();
	});

	it('tanh() is within 6e-7 of itself everywhere, never 1 or more, and odd', () => {
		const values = new Float32Array([...between(-12, 12), ...between(-0.01, 0.01)]);
		const found = mapped('tanh', values, (math, to, x) => math.tanh(to, x));
		expect(worst(values, found, tanh)).toBeLessThan(6e-7);
		expect(found.every((a) => Math.abs(a) < 1)).toBe(true);
		const mirrored = mapped(
			'tanh',
			values.map((x) => -x),
			(math, to, x) => math.tanh(to, x),
		);
		expect(mirrored.every((a, k) => a === -(found[k] as number))).toBe(true);
	});

	it('sigmoid() is within 4e-7 of itself in both tails', () => {
		const values = between(-80, 80);
		const found = mapped('sigmoid', values, (math, to, x) => math.sigmoid(to, x));
		expect(worst(values, found, (x) => 1 / (1 + exp(-x)))).toBeLessThan(4e-7);
	});

	it('log() from 1 on and log1p() on [0, 1] are within 4e-7', () => {
		const large = new Float32Array([...between(1, 3), ...between(3, 5000)]);
		const logs = mapped('log', large, (math, to, x) => math.log(to, x));
		expect(worst(large, logs, log)).toBeLessThan(4e-7);
		const small = new Float32Array([...between(0, 1), ...between(0, 1e-6)]);
		const found = mapped('log1p', small, (math, to, x) => math.log1p(to, x));
		expect(worst(small, found, log1p)).toBeLessThan(4e-7);
	});
});
