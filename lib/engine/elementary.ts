// Browsers round Math.exp, Math.log and Math.tanh differently in the last place. These use + - * / alone, which IEEE 754 rounds
// the same everywhere, so that one seed gives one run on every machine. Each is within 2 units in the last place.

// ln 2 in two parts: the upper has 21 trailing zero bits, so that k * LN2_UPPER is exact for every exponent k.
const LN2_UPPER = 0.6931471803691238;
const LN2_LOWER = 1.9082149292705877e-10;

// 2^k for k from -540 to 540: 2^-1075 .. 2^1024 are products of two of them.
const POWERS_OF_TWO = new Float64Array(1081);
POWERS_OF_TWO[540] = 1;
for (let k = 1; k <= 540; k++) {
	POWERS_OF_TWO[540 + k] = (POWERS_OF_TWO[539 + k] as number) * 2;
	POWERS_OF_TWO[540 - k] = (POWERS_OF_TWO[541 - k] as number) / 2;
}

/** e^r - 1 for |r| <= ln(2) / 2: the Taylor series to r^13 (what is left is below 2^-57), summed in pairs for speed. */
function expm1Near0(r: number): number {
	const r2 = r * r;
	const r4 = r2 * r2;
	const low = 1 / 2 + (1 / 6) * r + (1 / 24 + (1 / 120) * r) * r2;
	const middle = 1 / 720 + (1 / 5040) * r + (1 / 40320 + (1 / 362880) * r) * r2;
	const high = 1 / 3628800 + (1 / 39916800) * r + (1 / 479001600 + (1 / 6227020800) * r) * r2;
	return r + r2 * (low + r4 * (middle + r4 * high));
}

/** e^x: x = k ln 2 + r, e^x = 2^k e^r. */
export function exp(x: number): number {
	if (!(x < 709.782712893384)) return x > 709 ? Number.POSITIVE_INFINITY : x;
	if (x < -745.2) return 0;
	const k = Math.floor(x * Math.LOG2E + 0.5) | 0;
	const grown = 1 + expm1Near0(x - k * LN2_UPPER - k * LN2_LOWER);
	const half = k >> 1;
	return grown * (POWERS_OF_TWO[540 + half] as number) * (POWERS_OF_TWO[540 + k - half] as number);
}

/** e^x - 1, to full relative precision near 0. */
export function expm1(x: number): number {
	if (!(x < 40)) return exp(x) - 1;
	if (x < -40) return -1;
	const k = Math.floor(x * Math.LOG2E + 0.5) | 0;
	const power = POWERS_OF_TWO[540 + k] as number;
	return power * expm1Near0(x - k * LN2_UPPER - k * LN2_LOWER) + (power - 1);
}

/** tanh k / 32 and 1 - tanh^2 k / 32, side by side, for k = -640..640; rounded from whole numbers of 2^-96. */
const TANH_STEPS = new Float64Array(2562);
const ONE = 1n << 96n;
// e^(1/16) from the inside of its series out: 1 + (1/16)/1 (1 + (1/16)/2 (1 + ...)).
let growth = ONE;
for (let n = 30n; n >= 1n; n--) growth = ONE + growth / (16n * n);
for (let k = 0, e = ONE; k <= 640; k++, e = (e * growth) / ONE) {
	const value = Number(((e - ONE) * ONE) / (e + ONE)) / 2 ** 96;
	const slope = Number((4n * e * ONE * ONE) / ((e + ONE) * (e + ONE))) / 2 ** 96;
	TANH_STEPS.set([value, slope], 1280 + 2 * k);
	TANH_STEPS.set([-value, slope], 1280 - 2 * k);
}

/**
 * tanh x from the next step s = k / 32 towards 0, x = s + r: tanh s + (1 - tanh^2 s) t / (1 + tanh s t) with t = tanh r, its
 * series to r^9. The signs take care of themselves: a branch on them would be wrong half the time.
 */
export function tanh(x: number): number {
	if (x > 19.9) return 1;
	if (x < -19.9) return -1;
	const k = (x * 32) | 0;
	const r = x - k / 32;
	const r2 = r * r;
	const t = r + r * r2 * (-1 / 3 + r2 * (2 / 15 + r2 * (-17 / 315 + r2 * (62 / 2835))));
	const s = TANH_STEPS[1280 + 2 * k] as number;
	const result = s + ((TANH_STEPS[1281 + 2 * k] as number) * t) / (1 + s * t);
	return x === 0 ? x : result;
}

const bits = new DataView(new ArrayBuffer(8));

/** The series of 2 artanh(s) / s beyond its first term: 2/23, ..., 2/5, 2/3. */
const ARTANH = Float64Array.from([23, 21, 19, 17, 15, 13, 11, 9, 7, 5, 3], (n) => 2 / n);

/** The natural logarithm: x = 2^k m with m in [sqrt(1/2), sqrt(2)), ln x = k ln 2 + ln m. */
export function log(x: number): number {
	if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
	if (x === Number.POSITIVE_INFINITY) return x;
	if (x < 2 ** -1022) return log(x * 2 ** 54) - 54 * LN2_LOWER - 54 * LN2_UPPER;
	bits.setFloat64(0, x);
	const high = bits.getInt32(0);
	let k = (high >> 20) - 1023;
	bits.setInt32(0, (high & 0xfffff) | 0x3ff00000);
	let m = bits.getFloat64(0);
	if (m > Math.SQRT2) {
		m /= 2;
		k++;
	}
	// ln(1 + f) = 2 artanh(s) with s = f / (2 + f); 2s = f - s f keeps the leading term exact.
	const f = m - 1;
	const s = f / (2 + f);
	const s2 = s * s;
	let series = 0;
	for (let n = 0; n < ARTANH.length; n++) series = (series + (ARTANH[n] as number)) * s2;
	return k * LN2_UPPER + (f - (s * (f - series) - k * LN2_LOWER));
}

/** ln(1 + x), to full relative precision near 0; the rounding of 1 + x is divided out (Kahan). */
export function log1p(x: number): number {
	const u = 1 + x;
	if (u === 1 || x === Number.POSITIVE_INFINITY) return x;
	return (log(u) * x) / (u - 1);
}
