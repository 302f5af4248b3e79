'use client';

import { memo, useCallback } from 'react';
import type { PlaneGrid } from '@/lib/demos/plane-grid';
import { type MapPoint, paintMark } from './map-point';
import { Painting } from './painting';
import { cssRgb, type Palette, signColour } from './palette';
import { linearScale } from './scale';

interface Props {
	/** Where the layer puts each place of the input plane: the activations of two of its units over the same cells. */
	h1: PlaneGrid;
	h2: PlaneGrid;
	/** What the net answers there, which colours the sheet; null leaves it plain. */
	answer: { grid: PlaneGrid; middle: number; reach: number } | null;
	/** The examples, where the layer puts them: x1 and x2 are the activations of the two units. */
	points: readonly MapPoint[];
	/** The line w1 h1 + w2 h2 + b = 0 of the next layer's unit; null for none. */
	divider: { w1: number; w2: number; b: number } | null;
	/** The range of both activations: [-1, 1] for tanh, [0, 1] for sigmoid. */
	range: readonly [number, number];
	size: number;
	label: string;
}

/** The input plane as a hidden layer sees it: a sheet of squares, bent and folded, on which one straight line parts the classes. */
export const WarpedGrid = memo(function WarpedGrid({ h1, h2, answer, points, divider, range, size, label }: Props) {
	const paint = useCallback(
		(context: CanvasRenderingContext2D, palette: Palette) => {
			const [low, high] = range;
			const rim = (high - low) * 0.06;
			const x = linearScale([low - rim, high + rim], [0, size]);
			const y = linearScale([low - rim, high + rim], [size, 0]);
			const at = (column: number, row: number): [number, number] => {
				const k = row * h1.columns + column;
				return [x(h1.values[k] as number), y(h2.values[k] as number)];
			};
			context.save();
			context.beginPath();
			context.rect(0, 0, size, size);
			context.clip();
			if (answer) {
				// patches of two cells by two are a quarter of the work, and as smooth to the eye
				const patch = h1.columns > 24 ? 2 : 1;
				for (let row = 0; row + 1 < h1.rows; row += patch) {
					for (let column = 0; column + 1 < h1.columns; column += patch) {
						const [right, below] = [Math.min(column + patch, h1.columns - 1), Math.min(row + patch, h1.rows - 1)];
						const value = answer.grid.values[row * h1.columns + column] as number;
						context.fillStyle = cssRgb(signColour((value - answer.middle) / answer.reach, palette), 0.8);
						context.beginPath();
						context.moveTo(...at(column, row));
						context.lineTo(...at(right, row));
						context.lineTo(...at(right, below));
						context.lineTo(...at(column, below));
						context.fill();
					}
				}
			}
			context.beginPath();
			const every = Math.max(1, Math.round(h1.columns / 16));
			for (let row = 0; row < h1.rows; row += every) {
				for (let column = 0; column < h1.columns; column++) {
					if (column === 0) context.moveTo(...at(column, row));
					else context.lineTo(...at(column, row));
				}
			}
			for (let column = 0; column < h1.columns; column += every) {
				for (let row = 0; row < h1.rows; row++) {
					if (row === 0) context.moveTo(...at(column, row));
					else context.lineTo(...at(column, row));
				}
			}
			context.strokeStyle = cssRgb(palette.edge, 0.7);
			context.lineWidth = 0.75;
			context.stroke();
			if (divider) paintDivider(context, palette, divider, range, x, y);
			for (const point of points) paintMark(context, palette, point, x(point.x1), y(point.x2), Math.max(2, size / 90));
			context.restore();
			context.strokeStyle = cssRgb(palette.edge);
			context.lineWidth = 1;
			context.strokeRect(0.5, 0.5, size - 1, size - 1);
		},
		[h1, h2, answer, points, divider, range, size],
	);
	return <Painting width={size} height={size} label={label} paint={paint} />;
});

function paintDivider(
	context: CanvasRenderingContext2D,
	palette: Palette,
	{ w1, w2, b }: { w1: number; w2: number; b: number },
	[low, high]: readonly [number, number],
	x: (value: number) => number,
	y: (value: number) => number,
): void {
	const norm = Math.hypot(w1, w2);
	if (!(norm > 0)) return;
	// From the line's point nearest to the origin, far enough both ways.
	const [px, py] = [(-b * w1) / norm ** 2, (-b * w2) / norm ** 2];
	const far = 4 * (high - low) + Math.hypot(px, py);
	const [dx, dy] = [(-w2 / norm) * far, (w1 / norm) * far];
	context.beginPath();
	context.moveTo(x(px - dx), y(py - dy));
	context.lineTo(x(px + dx), y(py + dy));
	context.strokeStyle = cssRgb(palette.ink);
	context.lineWidth = 2;
	context.stroke();
}
