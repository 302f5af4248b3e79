import { exp, log1p, tanh } from './elementary';
import { normalDensity, normalShare } from './normal-law';

/** The activations at hand, by name. */
export const ACTIVATION_NAMES = ['identity', 'sigmoid', 'tanh', 'relu', 'leaky-relu', 'gelu', 'softplus'] as const;

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
	// Both without a branch, which would be foretold wrongly half the time; the 0 that is added turns -0 to 0.
	forward(z, a) {
		for (let k = 0; k < z.length; k++) {
			const zk = z[k] as number;
			a[k] = zk * Number(zk > 0) + 0;
		}
	},
	backward(z, _a, da, dz) {
		for (let k = 0; k < dz.length; k++) dz[k] = (da[k] as number) * Number((z[k] as number) > 0) + 0;
	},
};

/** The slope of leaky ReLU below 0. */
const LEAK = 0.01;

// Maas, Hannun & Ng 2013, section 2; at the kink its slope is that below.
const leakyRelu: Activation = {
	name: 'leaky-relu',
	tex: 'f(z)=\\max(z,\\,0.01z)',
	slopeTex: "f'(z)=\\begin{cases}1&z>0\\\\0.01&z\\le 0\\end{cases}",
	maxSlope: 1,
	f: (z) => (z > 0 ? z : LEAK * z),
	derivative: (z) => (z > 0 ? 1 : LEAK),
	forward(z, a) {
		for (let k = 0; k < z.length; k++) {
			const zk = z[k] as number;
			a[k] = zk > 0 ? zk : LEAK * zk;
		}
	},
	backward(z, _a, da, dz) {
		for (let k = 0; k < dz.length; k++) dz[k] = (z[k] as number) > 0 ? (da[k] as number) : LEAK * (da[k] as number);
	},
};

function geluOf(z: number): number {
	return z === Number.NEGATIVE_INFINITY ? 0 : z * normalShare(z);
}

function geluSlope(z: number): number {
	return Math.abs(z) > 40 ? normalShare(z) : normalShare(z) + z * normalDensity(z);
}

// Hendrycks & Gimpel 2016, section 2: z times the share of the standard normal law below z. Steepest at z = sqrt(2).
const gelu: Activation = {
	name: 'gelu',
	tex: 'f(z)=z\\,\\Phi(z)',
	slopeTex: "f'(z)=\\Phi(z)+z\\,\\varphi(z)",
	maxSlope: 1.1289041451851547,
	f: geluOf,
	derivative: geluSlope,
	forward(z, a) {
		for (let k = 0; k < z.length; k++) a[k] = geluOf(z[k] as number);
	},
	backward(z, _a, da, dz) {
		for (let k = 0; k < dz.length; k++) dz[k] = (da[k] as number) * geluSlope(z[k] as number);
	},
};

function softplusOf(z: number): number {
	return Math.max(z, 0) + log1p(exp(-Math.abs(z)));
}

// Dugas et al. 2001, eq. 4: a ReLU with its corner rounded off, whose slope is the sigmoid.
const softplus: Activation = {
	name: 'softplus',
	tex: 'f(z)=\\ln(1+e^{z})',
	slopeTex: "f'(z)=\\sigma(z)",
	maxSlope: 1,
	f: softplusOf,
	derivative: sigmoidOf,
	forward(z, a) {
		for (let k = 0; k < z.length; k++) a[k] = softplusOf(z[k] as number);
	},
	backward(z, _a, da, dz) {
		for (let k = 0; k < dz.length; k++) dz[k] = (da[k] as number) * sigmoidOf(z[k] as number);
	},
};

/** Every activation by its name. */
export const activations: Readonly<Record<ActivationName, Activation>> = {
	identity,
	sigmoid,
	tanh: hyperbolicTangent,
	relu,
	'leaky-relu': leakyRelu,
	gelu,
	softplus,
};
