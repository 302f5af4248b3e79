import { contourLines } from '@/app/sandbox/pictures/contour';
import { layoutNet, type UnitPlace } from '@/app/sandbox/pictures/net-layout';
import { NetworkEdges } from '@/app/sandbox/pictures/network-edges';
import styles from '@/app/sandbox/pictures/picture.module.css';
import { planeBands } from '@/app/sandbox/pictures/plane-bands';
import { linearScale, logScale } from '@/app/sandbox/pictures/scale';
import type { PlaneGrid } from '@/lib/demos/plane-grid';
import type { DataSet } from '@/lib/engine/data-set';
import { HEIGHT, WIDTH } from './drawing';

/** A plane with its answers, boundary and examples, as one square of a thumbnail. */
export function Plane({
	grid,
	data,
	x,
	size,
}: {
	grid: PlaneGrid | null;
	data: DataSet | null;
	x: number;
	size: number;
}) {
	const y = (HEIGHT - size) / 2;
	const at = linearScale([-1.1, 1.1], [0, size]);
	return (
		<g transform={`translate(${x} ${y})`}>
			<rect width={size} height={size} fill="var(--paper)" />
			{grid && (
				<g transform={`scale(${size / grid.columns})`}>
					{planeBands(grid, 0.5, 0.5).map(({ sign, strength, d }) => (
						<path
							key={sign * strength}
							d={d}
							fill={sign < 0 ? 'var(--negative)' : 'var(--positive)'}
							opacity={strength * 0.13}
							shapeRendering="crispEdges"
						/>
					))}
					<path
						d={contourLines(grid, 0.5)
							.map((line) => `M${line.map(([column, row]) => `${column.toFixed(2)} ${row.toFixed(2)}`).join('L')}`)
							.join('')}
						fill="none"
						stroke="var(--ink)"
						strokeWidth={(1.5 * grid.columns) / size}
					/>
				</g>
			)}
			{data &&
				Array.from({ length: data.x.rows }, (_, k) => {
					const [cx, cy] = [at(data.x.data[2 * k] ?? 0), size - at(data.x.data[2 * k + 1] ?? 0)];
					const key = `${cx},${cy}`;
					return (data.y.data[k] ?? 0) > 0.5 ? (
						<rect key={key} x={cx - 1.4} y={cy - 1.4} width={2.8} height={2.8} className={styles.positive} />
					) : (
						<circle key={key} cx={cx} cy={cy} r={1.6} className={styles.negative} />
					);
				})}
			<rect width={size} height={size} fill="none" stroke="var(--edge)" />
		</g>
	);
}

interface LinesProps {
	lines: readonly { xs: readonly number[]; ys: readonly number[]; colour: string; dash?: string }[];
	x: { scale: 'linear' | 'log'; low: number; high: number };
	y: { scale: 'linear' | 'log'; low: number; high: number };
	/** An upright mark. */
	mark?: number;
}

/** Curves over two bare axes. */
export function Lines({ lines, x: xAxis, y: yAxis, mark }: LinesProps) {
	const scale = (axis: LinesProps['x'], range: readonly [number, number]) =>
		(axis.scale === 'log' ? logScale : linearScale)([axis.low, axis.high], range);
	const x = scale(xAxis, [14, WIDTH - 12]);
	const y = scale(yAxis, [HEIGHT - 14, 12]);
	return (
		<g>
			<path d={`M14 10V${HEIGHT - 14}H${WIDTH - 10}`} className={styles.axis} />
			{mark !== undefined && (
				<line x1={x(mark)} x2={x(mark)} y1={10} y2={HEIGHT - 14} stroke="var(--accent)" strokeWidth={1.5} />
			)}
			{lines.map(({ xs, ys, colour, dash }) => (
				<path
					key={colour + dash}
					d={ys
						.map(
							(value, k) =>
								`${k === 0 ? 'M' : 'L'}${x(xs[k] ?? 0).toFixed(1)} ${Math.min(HEIGHT - 14, Math.max(6, y(value))).toFixed(1)}`,
						)
						.join('')}
					fill="none"
					stroke={colour}
					strokeWidth={2}
					strokeLinejoin="round"
					strokeDasharray={dash}
				/>
			))}
		</g>
	);
}

interface NetProps {
	sizes: readonly number[];
	weights: readonly (readonly ArrayLike<number>[])[] | null;
	selected?: UnitPlace | null;
	off?(place: UnitPlace): boolean;
	flow?: { direction: 'forward' | 'backward'; l: number } | null;
}

/** A net as circles and edges. */
export function Net({ sizes, weights, selected = null, off, flow = null }: NetProps) {
	const layout = layoutNet(sizes, { width: WIDTH - 24, height: HEIGHT - 10, top: 5 });
	return (
		<g transform="translate(12 0)">
			<NetworkEdges
				layout={layout}
				weights={weights}
				layers={sizes.length - 1}
				flow={flow}
				selected={selected}
				{...(off ? { off } : {})}
			/>
			{sizes.flatMap((count, l) =>
				Array.from({ length: count }, (_, k) => {
					const place = { l, i: k + 1 };
					const out = off?.(place);
					const chosen = selected?.l === l && selected.i === k + 1;
					return (
						<circle
							// biome-ignore lint/suspicious/noArrayIndexKey: a unit is its place
							key={`${l}-${k + 1}`}
							cx={layout.x(l)}
							cy={layout.y(l, k + 1)}
							r={layout.radius * 0.8}
							fill={chosen ? 'var(--accent)' : 'var(--raised)'}
							stroke={out ? 'var(--edge)' : 'var(--forward)'}
							strokeWidth={1.5}
							strokeDasharray={out ? '2 2' : undefined}
						/>
					);
				}),
			)}
		</g>
	);
}

/** Cells of a matrix or vector in their signs; `marked` rows keep their full colour. */
export function Cells({
	rows,
	x,
	y,
	cell,
	marked,
}: {
	rows: readonly (readonly number[])[];
	x: number;
	y: number;
	cell: number;
	marked?: number;
}) {
	const greatest = Math.max(...rows.flat().map(Math.abs));
	return (
		<g transform={`translate(${x} ${y})`}>
			{rows.flatMap((row, i) =>
				row.map((value, j) => (
					<rect
						// biome-ignore lint/suspicious/noArrayIndexKey: a cell of a matrix is its place
						key={`${i}-${j}`}
						x={j * cell}
						y={i * cell}
						width={cell - 2}
						height={cell - 2}
						rx={1.5}
						fill={value < 0 ? 'var(--negative)' : 'var(--positive)'}
						opacity={(marked === undefined || marked === i ? 1 : 0.25) * (0.2 + (0.75 * Math.abs(value)) / greatest)}
						stroke={marked === i ? 'var(--ink)' : 'none'}
					/>
				)),
			)}
		</g>
	);
}
