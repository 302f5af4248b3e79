import type { ActivationName } from './activation';

/** A fully connected layer: z = W a + b, a = f(z), with `units` rows in W. */
export interface DenseShape {
	readonly kind: 'dense';
	readonly units: number;
	readonly activation: ActivationName;
}

/** What a layer may be, told apart by `kind`. */
export type LayerShape = DenseShape;

/** A fully connected layer of `units` units. */
export function dense(units: number, activation: ActivationName): DenseShape {
	return { kind: 'dense', units, activation };
}
