import type { MemoryLayout } from './memory-layout';
import { type Code, get, type Local, sequence, set, v } from './wasm-code';
import type { Locals } from './wasm-module';

/** Writes the elementary functions over vectors of four floats, for one function and its locals. NaN gives NaN in all but log. */
export class VectorMath {
	readonly #layout: MemoryLayout;
	readonly #x: Local;
	readonly #y: Local;
	readonly #z: Local;

	constructor(layout: MemoryLayout, locals: Locals) {
		this.#layout = layout;
		[this.#x, this.#y, this.#z] = [locals.take('v128'), locals.take('v128'), locals.take('v128')];
	}

	/** to = e^x, within 2 units in the last place; x is first brought into [-87.3, 88.3]. */
	exp(to: Local, x: Code): Code {
		const k = (value: number) => this.#layout.splat(value);
		const [n, r] = [this.#y, this.#z];
		// x log2(e) + 1.5 * 2^23 has the nearest integer in its lowest bits.
		const shift = k(12_582_912);
		return sequence(
			set(this.#x, v.least(v.greatest(x, k(-87.3)), k(88.3))),
			set(n, v.add(v.mul(get(this.#x), k(Math.LOG2E)), shift)),
			set(r, v.sub(get(n), shift)),
			// ln 2 = 0.693359375 - 2.12194440e-4: the first has 9 bits, so that its product with n is exact.
			set(this.#x, v.sub(get(this.#x), v.mul(get(r), k(0.693359375)))),
			set(r, v.add(get(this.#x), v.mul(get(r), k(2.1219444e-4)))),
			set(to, this.#polynomial(r, [1, 1, 1 / 2, 1 / 6, 1 / 24, 1 / 120, 1 / 720, 1 / 5040])),
			set(to, v.mul(get(to), v.bitsAdd(v.bitsShiftedLeft(get(n), 23), k(1)))),
		);
	}

	/**
	 * to = tanh x, within 4.5e-7 of it relative to it, and below 1: x P(x^2) / Q(x^2) with x brought into [-7.8, 7.8];
	 * P and Q of degrees 3 and 4 fitted to tanh(x) / x by least squares, reweighted towards the greatest relative error.
	 */
	tanh(to: Local, x: Code): Code {
		const k = (value: number) => this.#layout.splat(value);
		const square = this.#y;
		return sequence(
			set(this.#x, v.least(v.greatest(x, k(-7.8)), k(7.8))),
			set(square, v.mul(get(this.#x), get(this.#x))),
			set(this.#z, this.#polynomial(square, TANH_NUMERATOR)),
			set(to, v.div(v.mul(get(this.#x), get(this.#z)), this.#polynomial(square, TANH_DENOMINATOR))),
		);
	}

	/** to = 1 / (1 + e^-x). */
	sigmoid(to: Local, x: Code): Code {
		const one = this.#layout.splat(1);
		return sequence(this.exp(to, v.neg(x)), set(to, v.div(one, v.add(one, get(to)))));
	}

	/** to = ln x for x >= 1 that is finite: x = 2^k m, ln m = 2 artanh((m - 1) / (m + 1)). */
	log(to: Local, x: Code): Code {
		const { splat, bits } = { splat: (n: number) => this.#layout.splat(n), bits: this.#layout };
		const same = (pattern: number) => bits.bits(pattern, pattern, pattern, pattern);
		const exponent = this.#y;
		return sequence(
			set(this.#x, x),
			set(exponent, v.fromIntegers(v.bitsAdd(v.bitsShiftedRight(get(this.#x), 23), same(0xffffff81)))),
			set(this.#x, v.or(v.and(get(this.#x), same(0x007fffff)), splat(1))),
			this.#artanhTwice(to, v.div(v.sub(get(this.#x), splat(1)), v.add(get(this.#x), splat(1)))),
			set(to, v.add(get(to), v.mul(get(exponent), splat(Math.LN2)))),
		);
	}

	/** to = ln(1 + x) for x in [0, 1]: 2 artanh(x / (2 + x)). */
	log1p(to: Local, x: Code): Code {
		return sequence(
			set(this.#x, x),
			this.#artanhTwice(to, v.div(get(this.#x), v.add(get(this.#x), this.#layout.splat(2)))),
		);
	}

	/** to = 2 artanh(s) for s in [0, 1/3]. */
	#artanhTwice(to: Local, s: Code): Code {
		return sequence(
			set(to, s),
			set(this.#z, v.mul(get(to), get(to))),
			set(to, v.mul(get(to), this.#polynomial(this.#z, [2, 2 / 3, 2 / 5, 2 / 7, 2 / 9, 2 / 11, 2 / 13, 2 / 15]))),
		);
	}

	/** coefficients[0] + coefficients[1] x + ..., by Horner's rule. */
	#polynomial(x: Local, coefficients: readonly number[]): Code {
		return coefficients
			.toReversed()
			.map((coefficient) => this.#layout.splat(coefficient))
			.reduce((higher, coefficient) => v.add(v.mul(higher, get(x)), coefficient));
	}
}

const TANH_NUMERATOR = [0.99999988, 0.12943126, 0.0029698994, 1.1635821e-5];
const TANH_DENOMINATOR = [1, 0.46276364, 0.023892442, 0.00024135601, 2.526267e-7];
