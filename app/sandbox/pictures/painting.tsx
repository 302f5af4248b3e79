'use client';

import { useLayoutEffect, useRef } from 'react';
import type { Palette } from './palette';
import { usePalette } from './use-palette';

interface Props {
	/** In CSS pixels. */
	width: number;
	height: number;
	/** What there is to see, in a sentence; the numbers are in the page's table. */
	label: string;
	/** Draws it anew on an empty canvas, in CSS pixels. */
	paint(context: CanvasRenderingContext2D, palette: Palette): void;
}

/** A canvas that stays sharp on every screen and follows the colours of the page. */
export function Painting({ width, height, label, paint }: Props) {
	const canvas = useRef<HTMLCanvasElement>(null);
	const palette = usePalette();

	useLayoutEffect(() => {
		const element = canvas.current;
		const context = element?.getContext('2d');
		if (!element || !context || !palette) return;
		const density = Math.min(3, window.devicePixelRatio || 1);
		const [columns, rows] = [Math.round(width * density), Math.round(height * density)];
		// Setting the size, even to the same, throws the canvas's memory away.
		if (element.width !== columns) element.width = columns;
		if (element.height !== rows) element.height = rows;
		context.setTransform(density, 0, 0, density, 0, 0);
		context.clearRect(0, 0, width, height);
		paint(context, palette);
	}, [width, height, paint, palette]);

	return <canvas ref={canvas} role="img" aria-label={label} style={{ display: 'block', width, height }} />;
}
