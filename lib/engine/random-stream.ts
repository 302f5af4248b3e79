import { log } from './elementary';

/** The four words of a generator: plain numbers, so that a snapshot can be kept, sent or compared. */
export type RandomState = readonly [number, number, number, number];

/**
 * A seeded stream of random numbers, the same on every machine: xoshiro128** (Blackman & Vigna 2018,
 * https://prng.di.unimi.it/xoshiro128starstar.c), period 2^128 - 1.
 */
export class RandomStream {
	#a = 0;
	#b = 0;
	#c = 0;
	#d = 0;

	/** Throws RangeError when all four words are 0, the one state the generator never leaves. */
	constructor(state: RandomState) {
		this.restore(state);
	}

	/** The next 32 random bits as an integer in [0, 2^32). */
	bits(): number {
		const scrambled = Math.imul(rotateLeft(Math.imul(this.#b, 5), 7), 9) >>> 0;
		const t = this.#b << 9;
		this.#c ^= this.#a;
		this.#d ^= this.#b;
		this.#b ^= this.#c;
		this.#a ^= this.#d;
		this.#c ^= t;
		this.#d = rotateLeft(this.#d, 11);
		return scrambled;
	}

	/** Uniform in [0, 1), a multiple of 2^-53: 27 bits of one draw above 26 bits of the next. */
	uniform(): number {
		const high = this.bits() >>> 5;
		const low = this.bits() >>> 6;
		return (high * 0x4000000 + low) / 0x20000000000000;
	}

	/** Standard normal (mean 0, sd 1) by the polar method (Marsaglia & Bray 1964). */
	normal(): number {
		for (;;) {
			const u = 2 * this.uniform() - 1;
			const v = 2 * this.uniform() - 1;
			const s = u * u + v * v;
			// The second normal of the pair is let go, so that the four words are the whole state.
			if (s > 0 && s < 1) return u * Math.sqrt((-2 * log(s)) / s);
		}
	}

	/** A uniform integer in [0, n), without bias; throws RangeError unless n is an integer in [1, 2^32]. */
	integer(n: number): number {
		if (!Number.isInteger(n) || n < 1 || n > 2 ** 32) {
			throw new RangeError(`integer(n) needs an integer n in [1, 2^32], got ${n}`);
		}
		for (;;) {
			const bits = this.bits();
			// Draws from the last multiple of n on are let go; the remainder is only worked out where it could matter.
			if (bits < 2 ** 32 - n || bits < 2 ** 32 - (2 ** 32 % n)) return bits % n;
		}
	}

	/** Shuffles in place (Fisher-Yates), every order equally likely. */
	shuffle<T>(array: { readonly length: number; [index: number]: T }): void {
		for (let i = array.length - 1; i > 0; i--) {
			const j = this.integer(i + 1);
			const kept = array[i] as T;
			array[i] = array[j] as T;
			array[j] = kept;
		}
	}

	/** A snapshot from which `restore` continues exactly. */
	state(): RandomState {
		return [this.#a >>> 0, this.#b >>> 0, this.#c >>> 0, this.#d >>> 0];
	}

	/** Goes back (or on) to a snapshot. */
	restore(state: RandomState): void {
		[this.#a, this.#b, this.#c, this.#d] = [state[0] | 0, state[1] | 0, state[2] | 0, state[3] | 0];
		if ((this.#a | this.#b | this.#c | this.#d) === 0) throw new RangeError('the state of a stream must not be all 0');
	}
}

/**
 * The stream called `name` of `seed`: streams of one seed with different names are unrelated, so that a change in
 * one use of randomness leaves the others as they were. Names in use: 'data', 'weights', 'shuffle', 'dropout'.
 * The name is hashed by 64-bit FNV-1a, added to the seed and spread over the state by SplitMix64 (Steele, Lea & Flood 2014).
 * Throws RangeError unless `seed` is a safe integer.
 */
export function openStream(seed: number, name: string): RandomStream {
	if (!Number.isSafeInteger(seed)) throw new RangeError(`a seed must be a safe integer, got ${seed}`);
	const next = splitMix64(BigInt.asUintN(64, BigInt(seed) + fnv1a64(name)));
	const [first, second] = [next(), next()];
	return new RandomStream([lowWord(first), lowWord(first >> 32n), lowWord(second), lowWord(second >> 32n)]);
}

function rotateLeft(word: number, by: number): number {
	return (word << by) | (word >>> (32 - by));
}

function lowWord(word: bigint): number {
	return Number(BigInt.asUintN(32, word));
}

function fnv1a64(text: string): bigint {
	let hash = 0xcbf29ce484222325n;
	for (const byte of new TextEncoder().encode(text)) {
		hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
	}
	return hash;
}

function splitMix64(seed: bigint): () => bigint {
	let state = seed;
	return () => {
		state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n);
		let z = state;
		z = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
		z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d049bb133111ebn);
		return z ^ (z >> 31n);
	};
}
