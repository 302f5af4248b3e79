import { cosine, sine } from './circular';
import { createMatrix, type Matrix } from './matrix';
import type { RandomStream } from './random-stream';

/** Points in the plane in K classes: x [N, 2], `labels[n]` in 0..K-1, y [N, K] one-hot. */
export interface Clusters {
	readonly x: Matrix;
	readonly y: Matrix;
	readonly labels: readonly number[];
}

/** How clusters are drawn. */
export interface ClusterOptions {
	/** K, how many. */
	readonly classes: number;
	/** How many points, N. */
	readonly size: number;
	/** Standard deviation of each cluster in both coordinates; 0.12 when left out. */
	readonly spread?: number;
}

/**
 * K round clouds evenly around a circle of radius 0.75, class k at the angle 2 pi k / K, in random order, as many of each as goes.
 * Throws RangeError unless classes and size are positive integers and spread is at least 0.
 */
export function drawClusters({ classes, size, spread = 0.12 }: ClusterOptions, stream: RandomStream): Clusters {
	if (!Number.isInteger(classes) || classes < 1) {
		throw new RangeError(`classes must be a positive integer, got ${classes}`);
	}
	if (!Number.isInteger(size) || size < 1) throw new RangeError(`size must be a positive integer, got ${size}`);
	if (!(spread >= 0)) throw new RangeError(`spread must be at least 0, got ${spread}`);
	const labels = Array.from({ length: size }, (_, n) => n % classes);
	stream.shuffle(labels);
	const x = createMatrix(size, 2);
	const y = createMatrix(size, classes);
	for (const [n, label] of labels.entries()) {
		const angle = (2 * Math.PI * label) / classes;
		x.data[2 * n] = 0.75 * cosine(angle) + spread * stream.normal();
		x.data[2 * n + 1] = 0.75 * sine(angle) + spread * stream.normal();
		y.data[n * classes + label] = 1;
	}
	return { x, y, labels };
}
