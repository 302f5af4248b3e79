import { cosine, sine } from './circular';
import { createMatrix, type Matrix } from './matrix';
import type { RandomStream } from './random-stream';

/** The data sets at hand, by name: two classes of points in the plane. */
export const DATA_SET_NAMES = ['xor', 'circle', 'moons', 'spiral', 'gauss'] as const;

/** The name of a data set. */
export type DataSetName = (typeof DATA_SET_NAMES)[number];

/** Points in the plane with a class each: x [N, 2], about within [-1, 1]; y [N, 1], 0 or 1. */
export interface DataSet {
	readonly name: DataSetName;
	readonly x: Matrix;
	readonly y: Matrix;
}

/** How a data set is drawn. */
export interface DataSetOptions {
	/** How many points, N. */
	readonly size: number;
	/** Standard deviation of the normal noise added to both coordinates; 0 when left out. */
	readonly noise?: number;
}

/**
 * `size` points of the named set, in random order: half of each class, one more of class 0 when odd.
 * Throws RangeError unless size is a positive integer and noise is at least 0.
 */
export function drawDataSet(name: DataSetName, { size, noise = 0 }: DataSetOptions, stream: RandomStream): DataSet {
	if (!Number.isInteger(size) || size < 1) throw new RangeError(`size must be a positive integer, got ${size}`);
	if (!(noise >= 0)) throw new RangeError(`noise must be at least 0, got ${noise}`);
	const x = createMatrix(size, 2);
	const y = createMatrix(size, 1);
	const order = Array.from({ length: size }, (_, k) => k);
	stream.shuffle(order);
	order.forEach((row, k) => {
		const label = k % 2;
		// Even spacing along the curves of moons and spiral: the k-th point of its class, from 0 to 1.
		const along = size <= 2 ? 0 : Math.floor(k / 2) / Math.max(1, Math.ceil(size / 2) - 1);
		const [x1, x2] = points[name](label, along, stream);
		x.data[2 * row] = x1 + noise * stream.normal();
		x.data[2 * row + 1] = x2 + noise * stream.normal();
		y.data[row] = label;
	});
	return { name, x, y };
}

/** A point without noise of class `label` (0 or 1), `along` its curve in [0, 1] where the set has one. */
type PointOf = (label: number, along: number, stream: RandomStream) => readonly [number, number];

const points: Readonly<Record<DataSetName, PointOf>> = {
	// Class 1 where the signs of the coordinates differ; a gap of 0.1 around the axes.
	xor(label, _along, stream) {
		const x1 = signed(stream, 0.1, 1);
		const size = 0.1 + 0.9 * stream.uniform();
		return [x1, x1 > 0 === (label === 0) ? size : -size];
	},
	// Class 1 within radius 0.5, class 0 in the ring from 0.7 to 1, evenly by area.
	circle(label, _along, stream) {
		const [inner, outer] = label === 1 ? [0, 0.5] : [0.7, 1];
		for (;;) {
			const x1 = 2 * stream.uniform() - 1;
			const x2 = 2 * stream.uniform() - 1;
			const r2 = x1 * x1 + x2 * x2;
			if (r2 >= inner * inner && r2 <= outer * outer) return [x1, x2];
		}
	},
	// Two half circles of radius 0.6, each reaching into the other.
	moons(label, along) {
		const angle = Math.PI * along;
		const [x1, x2] = [0.6 * cosine(angle), 0.6 * sine(angle)];
		return label === 0 ? [x1 - 0.3, x2 - 0.15] : [0.3 - x1, 0.15 - x2];
	},
	// Two arms of one turn and three quarters, half a turn apart, the radius growing with the angle.
	spiral(label, along) {
		const radius = 0.08 + 0.92 * along;
		const angle = 3.5 * Math.PI * along + Math.PI * label;
		return [radius * cosine(angle), radius * sine(angle)];
	},
	// Two round clouds of sd 0.25 around (0.5, 0.5) and (-0.5, -0.5).
	gauss(label, _along, stream) {
		const centre = label === 1 ? 0.5 : -0.5;
		return [centre + 0.25 * stream.normal(), centre + 0.25 * stream.normal()];
	},
};

function signed(stream: RandomStream, least: number, most: number): number {
	const size = least + (most - least) * stream.uniform();
	return stream.uniform() < 0.5 ? size : -size;
}
