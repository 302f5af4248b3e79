import { exp, tanh } from './elementary';

/** The activations at hand, by name. */
export const ACTIVATION_NAMES = ['identity', 'sigmoid', 'tanh', 'relu'] as const;

/** The name of an activation. */
export type ActivationName = (typeof ACTIVATION_NAMES)[number];

/**
 * An activation f and its slope f', at one number and over whole layers; all arrays of one call have the same length.
 * The loops are written out per activation: shared ones, calling f through a variable, are several times slower.
 */
export interface Activation {
	readonly name: ActivationName;
	/** The formulas of f and f' in TeX, in z. */
	readonly tex: string;
	readonly slopeTex: string;
	/** The greatest slope: a unit counts as saturated where |f'(z)| falls below a share of it. */
	readonly maxSlope: number;
	/** a = f(z). */
	f(z: number): number;
	/** f'(z). */
	derivative(z: number): number;
	/** Forward: a = f(z), entry by entry. */
	forward(z: Float64Array, a: Float64Array): void;
	/** Backward: dl/dz = dl/da * f'(z), entry by entry (equation 3, and the last factor of 4); a must hold f(z). */
	backward(z: Float64Array, a: Float64Array, da: Float64Array, dz: Float64Array): void;
}

const identity: Activation = {
	name: 'identity',
	tex: 'f(z)=z',
	slopeTex: "f'(z)=1",
	maxSlope: 1,
	f: (z) => z,
	derivative: () => 1,
	forward(z, a) {
		a.set(z);
	},
	backward(_z, _a, da, dz) {
		dz.set(da);
	},
};

// Both branches keep the exponential at or below 1, so that neither overflows.
function sigmoidOf(z: number): number {
	if (z >= 0) return 1 / (1 + exp(-z));
	const e = exp(z);
	return e / (1 + e);
}

const sigmoid: Activation = {
	name: 'sigmoid',
	tex: '\\sigma(z)=\\frac{1}{1+e^{-z}}',
	slopeTex: "\\sigma'(z)=\\sigma(z)\\,(1-\\sigma(z))",
	maxSlope: 0.25,
	f: sigmoidOf,
	derivative(z) {
		const a = sigmoidOf(z);
		return a * (1 - a);
	},
	forward(z, a) {
		for (let k = 0; k < z.length; k++) a[k] = sigmoidOf(z[k] as number);
	},
	backward(_z, a, da, dz) {
		for (let k = 0; k < dz.length; k++) {
			const ak = a[k] as number;
			dz[k] = (da[k] as number) * (ak * (1 - ak));
		}
	},
};

const hyperbolicTangent: Activation = {
	name: 'tanh',
	tex: '\\tanh(z)=\\frac{e^{z}-e^{-z}}{e^{z}+e^{-z}}',
	slopeTex: "\\tanh'(z)=1-\\tanh^2(z)",
	maxSlope: 1,
	f: tanh,
	derivative(z) {
		const a = tanh(z);
		return 1 - a * a;
	},
	forward(z, a) {
		for (let k = 0; k < z.length; k++) a[k] = tanh(z[k] as number);
	},
	backward(_z, a, da, dz) {
		for (let k = 0; k < dz.length; k++) {
			const ak = a[k] as number;
			dz[k] = (da[k] as number) * (1 - ak * ak);
		}
	},
};

// At the kink, z = 0, the slope is taken as 0 (Nair & Hinton 2010 leave it open; so do we, on the side of silence).
const relu: Activation = {
	name: 'relu',
	tex: 'f(z)=\\max(0,z)',
	slopeTex: "f'(z)=\\begin{cases}1&z>0\\\\0&z\\le 0\\end{cases}",
	maxSlope: 1,
	f: (z) => Math.max(z, 0),
	derivative: (z) => (z > 0 ? 1 : 0),
	forward(z, a) {
		for (let k = 0; k < z.length; k++) a[k] = Math.max(z[k] as number, 0);
	},
	backward(z, _a, da, dz) {
		for (let k = 0; k < dz.length; k++) dz[k] = (z[k] as number) > 0 ? (da[k] as number) : 0;
	},
};

/** Every activation by its name. */
export const activations: Readonly<Record<ActivationName, Activation>> = {
	identity,
	sigmoid,
	tanh: hyperbolicTangent,
	relu,
};
