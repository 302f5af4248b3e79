import type { Matrix } from '@/lib/engine/matrix';
import { cssRgb, type Palette } from './palette';

/** An example in the plane. */
export interface MapPoint {
	x1: number;
	x2: number;
	/** Its class, from 0; told by shape: circle, square, triangle, diamond, and so on. */
	mark: number;
	/** Drawn hollow: a validation point, say, or one that is classified wrong. */
	hollow?: boolean;
	/** Drawn larger: an example at work now. */
	large?: boolean;
}

/** The rows of `x` [N, 2] with their class: 0 or 1 from `y` [N, 1], the place of the greatest from `y` [N, K]. */
export function mapPoints(x: Matrix, y: Matrix): MapPoint[] {
	return Array.from({ length: x.rows }, (_, row) => {
		const target = Array.from(y.data.subarray(row * y.columns, (row + 1) * y.columns));
		const mark = y.columns === 1 ? Number((target[0] ?? 0) > 0.5) : target.indexOf(Math.max(...target));
		return { x1: x.data[2 * row] as number, x2: x.data[2 * row + 1] as number, mark };
	});
}

/** Corners of the marks after the circle, as [turn, corners]: square, triangle, diamond, triangle down, pentagon, hexagon. */
const MARKS = [
	[Math.PI / 4, 4],
	[-Math.PI / 2, 3],
	[0, 4],
	[Math.PI / 2, 3],
	[-Math.PI / 2, 5],
	[0, 6],
] as const;

/** Draws a class's mark around (x, y): class 0 a blue circle, class 1 an orange square, further ones in ink by their shape. */
export function paintMark(
	context: CanvasRenderingContext2D,
	palette: Palette,
	{ mark, hollow = false, large = false }: Pick<MapPoint, 'mark' | 'hollow' | 'large'>,
	x: number,
	y: number,
	usual: number,
): void {
	const radius = large ? 1.7 * usual : usual;
	context.beginPath();
	const corners = mark === 0 ? null : (MARKS[(mark - 1) % MARKS.length] ?? null);
	if (corners === null) context.arc(x, y, radius, 0, 2 * Math.PI);
	else {
		const [turn, count] = corners;
		const reach = radius * (count === 3 ? 1.4 : 1.25);
		for (let k = 0; k < count; k++) {
			const angle = turn + (2 * Math.PI * k) / count;
			context.lineTo(x + reach * Math.cos(angle), y + reach * Math.sin(angle));
		}
		context.closePath();
	}
	const colour = mark === 0 ? palette.negative : mark === 1 ? palette.positive : palette.ink;
	context.fillStyle = cssRgb(hollow ? palette.paper : colour);
	context.strokeStyle = cssRgb(hollow ? colour : palette.paper);
	context.lineWidth = hollow ? 1.5 : 1;
	context.fill();
	context.stroke();
}
