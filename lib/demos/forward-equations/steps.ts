import type { ForwardParams } from './params';

/** One line of the forward equations at work: the line counted from 0 as on the card, and the layer it is for. */
export interface ForwardStep {
	line: 0 | 1 | 2 | 3;
	l: number;
}

/** The steps in the order they are taken: a^0, then z and a of each layer, then the loss. */
export function forwardSteps(depth: number): ForwardStep[] {
	const layers = Array.from({ length: depth }, (_, k) => k + 1);
	return [
		{ line: 0, l: 0 },
		...layers.flatMap((l): ForwardStep[] => [
			{ line: 1, l },
			{ line: 2, l },
		]),
		{ line: 3, l: depth },
	];
}

/** Which step finds the value asked for, counted from 0. */
export function askedStep({ depth, ask }: Pick<ForwardParams, 'depth' | 'ask'>): number {
	return { 'first-z': 1, 'first-a': 2, 'last-z': 2 * depth - 1, 'last-a': 2 * depth, loss: 2 * depth + 1 }[ask];
}
