import type { DrawnPoint } from '@/lib/engine/data-drawn';
import { perceptronFields } from './params';

const { most, reach } = perceptronFields.points;

/** The points that a parameter of kind `points` stands for, in its order. */
export function drawnPoints(numbers: readonly number[]): DrawnPoint[] {
	return Array.from({ length: Math.floor(numbers.length / 3) }, (_, n) => {
		const [x1 = 0, x2 = 0, label = 0] = numbers.slice(3 * n, 3 * n + 3);
		return { x1: x1 / 100, x2: x2 / 100, label };
	});
}

/** The parameter with one point more, moved into the picture where it lies outside; unchanged when it is full. */
export function withPoint(numbers: readonly number[], { x1, x2, label }: DrawnPoint): readonly number[] {
	if (numbers.length >= 3 * most) return numbers;
	const hundredths = (x: number) => Math.min(reach, Math.max(-reach, Math.round(100 * x))) + 0;
	return [...numbers, hundredths(x1), hundredths(x2), label];
}

/** The parameter without its last point; unchanged when only one is left. */
export function withoutLastPoint(numbers: readonly number[]): readonly number[] {
	return numbers.length > 3 ? numbers.slice(0, -3) : numbers;
}
