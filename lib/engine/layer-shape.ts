import type { ActivationName } from './activation';

/** A fully connected layer: z = W a + b, a = f(z), with `units` rows in W. */
export interface DenseShape {
	readonly kind: 'dense';
	readonly units: number;
	readonly activation: ActivationName;
}

/** Inverted dropout: while training each number is dropped with probability p in [0, 1), and the others grow to 1 / (1 - p) times. */
export interface DropoutShape {
	readonly kind: 'dropout';
	readonly p: number;
}

/** A residual block: a + gain * F(a), where F is `layers` one after another and must end as wide as it begins. */
export interface ResidualShape {
	readonly kind: 'residual';
	readonly gain: number;
	readonly layers: readonly LayerShape[];
}

/** A softmax over the units of each example: p_k = e^(a_k) / sum_j e^(a_j). */
export interface SoftmaxShape {
	readonly kind: 'softmax';
}

/** What a layer may be, told apart by `kind`; only dense layers have weights, and only they are counted by l = 1..L. */
export type LayerShape = DenseShape | DropoutShape | ResidualShape | SoftmaxShape;

/**
 * The architecture: how many inputs (n_0), then the layers in order. Everything that is listed layer by layer counts the dense
 * layers alone, l = 1..L from the input on, those within residual blocks too: they are what the cards call layers.
 */
export interface NetworkShape {
	readonly inputs: number;
	readonly layers: readonly LayerShape[];
}

/** A fully connected layer of `units` units. */
export function dense(units: number, activation: ActivationName): DenseShape {
	return { kind: 'dense', units, activation };
}

/** Dropout with probability `p`. */
export function dropout(p: number): DropoutShape {
	return { kind: 'dropout', p };
}

/** A residual block around `layers`, its branch times `gain`. */
export function residual(layers: readonly LayerShape[], gain = 1): ResidualShape {
	return { kind: 'residual', gain, layers };
}

/** A softmax head. */
export function softmax(): SoftmaxShape {
	return { kind: 'softmax' };
}
