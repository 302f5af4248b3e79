'use client';

import { memo, useCallback } from 'react';
import type { PlaneGrid } from '@/lib/demos/plane-grid';
import { contourLines } from './contour';
import { type MapPoint, paintMark } from './map-point';
import { Painting } from './painting';
import { cssRgb, type Palette, signColour } from './palette';
import { linearScale } from './scale';

/** A line drawn where another grid takes its level: the boundary of one output, say. */
export interface BoundaryLine {
	grid: PlaneGrid;
	level: number;
	/** Dashes and gaps in pixels; empty for a full line. */
	dash: readonly number[];
}

interface Props {
	/** What colours the plane; at most 50 x 50. Null draws points and lines on paper. */
	grid: PlaneGrid | null;
	/** The value at which the answer turns from one class to the other: 0.5 of a sigmoid, 0 of tanh. */
	middle: number;
	/** How far from the middle the colour is full. */
	reach: number;
	/** Draws the boundary itself, where the grid takes `middle`. */
	outlined?: boolean;
	lines?: readonly BoundaryLine[];
	points: readonly MapPoint[];
	/** The plane shown is [-half, half]². */
	half: number;
	/** Side of the square, in CSS pixels. */
	size: number;
	label: string;
}

const NO_LINES: readonly BoundaryLine[] = [];

/**
 * What a net answers over the plane, blue below the middle and orange above, the boundary as an ink line, examples on top with
 * a shape for each class. Keep `points` the same array while they do not change.
 */
export const BoundaryMap = memo(function BoundaryMap({
	grid,
	middle,
	reach,
	outlined = true,
	lines = NO_LINES,
	points,
	half,
	size,
	label,
}: Props) {
	const paint = useCallback(
		(context: CanvasRenderingContext2D, palette: Palette) => {
			if (grid) {
				paintGrid(context, palette, grid, middle, reach, size);
				if (outlined) paintLine(context, palette, { grid, level: middle, dash: [] }, size);
			}
			for (const line of lines) paintLine(context, palette, line, size);
			const x = linearScale([-half, half], [0, size]);
			const radius = Math.min(4, Math.max(2, size / 90));
			for (const point of points) paintMark(context, palette, point, x(point.x1), size - x(point.x2), radius);
			context.strokeStyle = cssRgb(palette.edge);
			context.lineWidth = 1;
			context.strokeRect(0.5, 0.5, size - 1, size - 1);
		},
		[grid, middle, reach, outlined, lines, points, half, size],
	);
	return <Painting width={size} height={size} label={label} paint={paint} />;
});

let scratch: HTMLCanvasElement | null = null;

/** One pixel a cell, then stretched: the browser smooths between the middles of cells. */
function paintGrid(
	context: CanvasRenderingContext2D,
	palette: Palette,
	{ columns, rows, values }: PlaneGrid,
	middle: number,
	reach: number,
	size: number,
): void {
	scratch ??= document.createElement('canvas');
	if (scratch.width !== columns) scratch.width = columns;
	if (scratch.height !== rows) scratch.height = rows;
	const small = scratch.getContext('2d', { willReadFrequently: true });
	if (!small) return;
	const image = small.createImageData(columns, rows);
	for (let k = 0; k < values.length; k++) {
		const [r, g, b] = signColour(((values[k] as number) - middle) / reach, palette);
		image.data[4 * k] = r;
		image.data[4 * k + 1] = g;
		image.data[4 * k + 2] = b;
		image.data[4 * k + 3] = 255;
	}
	small.putImageData(image, 0, 0);
	context.imageSmoothingEnabled = true;
	context.drawImage(scratch, 0, 0, size, size);
}

function paintLine(
	context: CanvasRenderingContext2D,
	palette: Palette,
	{ grid, level, dash }: BoundaryLine,
	size: number,
) {
	const [x, y] = [size / grid.columns, size / grid.rows];
	context.beginPath();
	for (const line of contourLines(grid, level)) {
		line.forEach(([column, row], k) => {
			if (k === 0) context.moveTo(column * x, row * y);
			else context.lineTo(column * x, row * y);
		});
	}
	context.setLineDash([...dash]);
	context.lineWidth = size < 120 ? 1 : 2;
	context.lineJoin = 'round';
	context.strokeStyle = cssRgb(palette.ink);
	context.stroke();
	context.setLineDash([]);
}
