import { describe, expect, it } from 'vitest';
import { MemoryLayout } from './memory-layout';
import { hasSimd } from './simd-support';
import { bytesOf, forRange, get, i32, sequence, set, unsigned, v } from './wasm-code';
import { Locals } from './wasm-module';
import { startProgram } from './wasm-program';

describe('unsigned()', () => {
	it('is LEB128: 624485 is e5 8e 26 (DWARF 4, figure 22)', () => {
		expect(bytesOf(unsigned(624_485))).toEqual([0xe5, 0x8e, 0x26]);
		expect(bytesOf(unsigned(0))).toEqual([0]);
		expect(bytesOf(unsigned(127))).toEqual([127]);
		expect(bytesOf(unsigned(128))).toEqual([0x80, 1]);
	});
});

describe('forRange()', () => {
	it('runs its body for each counter below the end: never, once, or in a loop', () => {
		for (const [start, end, step, times] of [
			[0, 0, 1, 0],
			[8, 4, 4, 0],
			[0, 3, 4, 1],
			[4, 64, 16, 4],
			[-70_000, 70_000, 10_000, 14],
		] as const) {
			const layout = new MemoryLayout();
			const into = layout.block(4);
			const { floats, functions } = startProgram(`test loop ${start} ${end} ${step}`, layout, () => {
				const locals = new Locals(0);
				const [counter, sum] = [locals.take('i32'), locals.take('v128')];
				const count = set(sum, v.add(get(sum), layout.floats(1, 2, 3, 4)));
				const body = sequence(forRange(counter, start, end, step, count), v.store(i32.constant(into), get(sum)));
				return [{ name: 'run', parameters: [], returnsFloat: false, locals, body }];
			});
			functions['run']?.();
			expect(Array.from(floats.slice(into / 4, into / 4 + 4))).toEqual([1, 2, 3, 4].map((n) => n * times));
		}
	});
});

describe('MemoryLayout', () => {
	it('keeps blocks apart by 128 bytes at least, and a constant once', () => {
		const layout = new MemoryLayout();
		const [a, b] = [layout.block(3), layout.block(100)];
		expect(b - (a + 12)).toBeGreaterThanOrEqual(128);
		expect(b % 64).toBe(0);
		layout.splat(0.5);
		layout.splat(0.25);
		layout.splat(0.5);
		expect(layout.constants()).toHaveLength(8);
	});
});

describe('hasSimd()', () => {
	it('finds it in Node', () => {
		expect(hasSimd()).toBe(true);
	});
});
