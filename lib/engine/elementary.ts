/** e^x. */
export const exp = Math.exp;
/** e^x - 1, exact near 0. */
export const expm1 = Math.expm1;
/** Natural logarithm. */
export const log = Math.log;
/** Hyperbolic tangent. */
export const tanh = Math.tanh;
/** ln(1 + x), exact near 0. */
export const log1p = Math.log1p;
