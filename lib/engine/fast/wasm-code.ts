/**
 * A piece of WebAssembly: the bytes of instructions, one after another (WebAssembly Core Specification 2.0, section 5.4), as a
 * tree, so that a piece is put into another without being copied.
 */
export type Code = readonly (number | Code)[];

/** The bytes of a piece from the first to the last. */
export function bytesOf(code: Code): number[] {
	const bytes: number[] = [];
	const visit = (piece: Code) => {
		for (const part of piece) {
			if (typeof part === 'number') bytes.push(part);
			else visit(part);
		}
	};
	visit(code);
	return bytes;
}

/** A local variable of the function being written, by its index. */
export interface Local {
	readonly index: number;
	readonly type: 'i32' | 'v128';
}

/** An unsigned integer in LEB128, seven bits a byte. */
export function unsigned(value: number): Code {
	const bytes: number[] = [];
	let rest = value;
	do {
		const low = rest % 128;
		rest = Math.floor(rest / 128);
		bytes.push(rest > 0 ? low | 0x80 : low);
	} while (rest > 0);
	return bytes;
}

function signed(value: number): Code {
	const bytes: number[] = [];
	let rest = value | 0;
	for (;;) {
		const low = rest & 0x7f;
		rest >>= 7;
		const done = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
		bytes.push(done ? low : low | 0x80);
		if (done) return bytes;
	}
}

/** The pieces in this order. */
export function sequence(...pieces: readonly Code[]): Code {
	return pieces;
}

const simd = (opcode: number, ...operands: readonly Code[]): Code => [operands, 0xfd, unsigned(opcode)];
const plain = (opcode: number, ...operands: readonly Code[]): Code => [operands, opcode];

export const get = (local: Local): Code => [0x20, unsigned(local.index)];
export const set = (local: Local, value: Code): Code => [value, 0x21, unsigned(local.index)];

/** 32-bit integers: addresses and counters. */
export const i32 = {
	constant: (value: number): Code => [0x41, signed(value)],
	add: (a: Code, b: Code) => plain(0x6a, a, b),
	shiftLeft: (a: Code, by: number) => plain(0x74, a, i32.constant(by)),
	times: (a: Code, b: number) => plain(0x6c, a, i32.constant(b)),
	load: (address: Code, offset = 0): Code => [address, 0x28, 2, unsigned(offset)],
};

/** One float: what a function gives back. */
export const f32 = {
	add: (a: Code, b: Code) => plain(0x92, a, b),
	lane: (vector: Code, lane: number): Code => [simd(0x1f, vector), lane],
};

/** Vectors of four floats. Addresses are in bytes; `offset` is added to them for nothing. */
export const v = {
	load: (address: Code, offset = 0): Code => [address, 0xfd, 0x00, 2, unsigned(offset)],
	/** One float, four times. */
	loadSplat: (address: Code, offset = 0): Code => [address, 0xfd, 0x09, 2, unsigned(offset)],
	store: (address: Code, value: Code, offset = 0): Code => [address, value, 0xfd, 0x0b, 2, unsigned(offset)],
	/** The first `lanes` (1 to 4) floats of a local. */
	storeLanes(address: Code, value: Local, lanes: number, offset = 0): Code {
		if (lanes >= 4) return v.store(address, get(value), offset);
		const two: Code = [address, get(value), 0xfd, 0x5b, 2, unsigned(offset), 0];
		const one = (lane: number): Code => [address, get(value), 0xfd, 0x5a, 2, unsigned(offset + 4 * lane), lane];
		return lanes === 1 ? one(0) : lanes === 2 ? two : [two, one(2)];
	},
	zero: [0xfd, 0x0c, Array.from({ length: 16 }, () => 0)] as Code,
	splat: (value: Code) => simd(0x13, value),
	/** Lanes of a (0 to 3) and b (4 to 7). */
	shuffle: (a: Code, b: Code, lanes: readonly [number, number, number, number]): Code => [
		simd(0x0d, a, b),
		...lanes.flatMap((lane) => [4 * lane, 4 * lane + 1, 4 * lane + 2, 4 * lane + 3]),
	],
	add: (a: Code, b: Code) => simd(0xe4, a, b),
	sub: (a: Code, b: Code) => simd(0xe5, a, b),
	mul: (a: Code, b: Code) => simd(0xe6, a, b),
	div: (a: Code, b: Code) => simd(0xe7, a, b),
	/** sum + a b, rounded once or twice as the processor likes: only where relaxed SIMD may run. */
	fusedSum: (sum: Code, a: Code, b: Code) => simd(0x105, a, b, sum),
	sqrt: (a: Code) => simd(0xe3, a),
	abs: (a: Code) => simd(0xe0, a),
	neg: (a: Code) => simd(0xe1, a),
	/** The lesser; a where a is NaN. */
	least: (a: Code, b: Code) => simd(0xea, a, b),
	/** The greater; a where a is NaN. */
	greatest: (a: Code, b: Code) => simd(0xeb, a, b),
	greaterThan: (a: Code, b: Code) => simd(0x44, a, b),
	/** a where the mask has ones, else b. */
	select: (a: Code, b: Code, mask: Code) => simd(0x52, a, b, mask),
	and: (a: Code, b: Code) => simd(0x4e, a, b),
	/** a where the mask has zeros, else 0. */
	unless: (a: Code, mask: Code) => simd(0x4f, a, mask),
	or: (a: Code, b: Code) => simd(0x50, a, b),
	bitsShiftedLeft: (a: Code, by: number) => simd(0xab, a, i32.constant(by)),
	bitsShiftedRight: (a: Code, by: number) => simd(0xad, a, i32.constant(by)),
	bitsAdd: (a: Code, b: Code) => simd(0xae, a, b),
	fromIntegers: (a: Code) => simd(0xfa, a),
};

/** Runs `body` with `counter` = start, start + step, ... below `end`, all known now: not at all, once, or in a loop. */
export function forRange(counter: Local, start: number, end: number, step: number, body: Code): Code {
	const times = Math.ceil((end - start) / step);
	if (times <= 0) return [];
	const begin = set(counter, i32.constant(start));
	if (times === 1) return [begin, body];
	const last = i32.constant(start + times * step);
	return sequence(
		begin,
		[0x03, 0x40],
		body,
		set(counter, i32.add(get(counter), i32.constant(step))),
		plain(0x47, get(counter), last),
		[0x0d, 0, 0x0b],
	);
}

/** Runs `body` over and over until `pointer`, which it must move itself, is at `end`; at least once. */
export function untilAt(pointer: Local, end: Local, body: Code): Code {
	return sequence([0x03, 0x40], body, plain(0x47, get(pointer), get(end)), [0x0d, 0, 0x0b]);
}

/** Moves a pointer on by so many bytes. */
export function advance(pointer: Local, bytes: number): Code {
	return bytes === 0 ? [] : set(pointer, i32.add(get(pointer), i32.constant(bytes)));
}
