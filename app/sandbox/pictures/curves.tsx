import { plainWords, superscript } from '@/lib/demos/number-words';
import { curvePath, type Pixel, spreadLabels } from './curve-path';
import styles from './picture.module.css';
import { linearScale, logScale, logTicks, ticks } from './scale';

/** The colours a curve may have; each curve also has its label at its end, and its own dashes where it has any. */
export type Tone = 'ink' | 'accent' | 'positive' | 'negative' | 'muted';

/** One curve. */
export interface Series {
	id: string;
	/** Stands at the end of the curve: "train". */
	label: string;
	tone: Tone;
	/** As in SVG: "6 4"; a full line when left out. */
	dash?: string;
	/** Rising; the index of each number when left out. */
	xs?: readonly number[];
	ys: readonly number[];
}

/** An upright line at a place of the x axis. */
export interface CurveMarker {
	x: number;
	label: string;
	tone: Tone;
	dash?: string;
	/** Lines further down that its label stands, where two would meet. */
	row?: number;
}

/** What an axis spans; on a log axis what is not above 0 is left out. */
export interface Axis {
	scale: 'linear' | 'log';
	low: number;
	high: number;
	/** Stands at its end: "epoch". */
	label: string;
}

interface Props {
	series: readonly Series[];
	x: Axis;
	y: Axis;
	markers?: readonly CurveMarker[];
	/** A level drawn across, the target of a race: "95 %". */
	level?: { y: number; label: string };
	/** Each a number on the y axis in words; powers of ten and plain numbers when left out. */
	yWords?(value: number): string;
	width: number;
	height: number;
}

const LEFT = 48;
const TOP = 24;
const FOOT = 36;

/** Curves over the same axes, linear or log, each named at its end; an svg group, so the page says in words what it shows. */
export function Curves({ series, x: xAxis, y: yAxis, markers = [], level, yWords = plain, width, height }: Props) {
	const room = Math.max(0, ...series.map(({ label }) => label.length)) * 7 + 12;
	const right = width - Math.min(room, width * 0.3);
	const x = scaleOf(xAxis, [LEFT, right]);
	const y = scaleOf(yAxis, [height - FOOT, TOP]);
	const [top, floor] = [TOP, height - FOOT];
	const inside = (value: number) => Math.min(floor + 1, Math.max(top - 4, value));
	const drawn = series.map((one) => {
		const points = one.ys.flatMap((value, k): Pixel[] => {
			const at = one.xs?.[k] ?? k;
			if ((xAxis.scale === 'log' && !(at > 0)) || at > xAxis.high) return [];
			return [[x(at), inside(value > 0 || yAxis.scale === 'linear' ? y(value) : floor)]];
		});
		return { ...one, path: curvePath(points), end: points.findLast(([, py]) => Number.isFinite(py)) ?? null };
	});
	const ended = drawn.flatMap(({ end, ...one }) => (end ? [{ ...one, end }] : []));
	const labelYs = spreadLabels(
		ended.map(({ end }) => end[1]),
		14,
		top,
		floor,
	);
	return (
		<g>
			{ticksOf(yAxis, Math.max(2, Math.round(height / 50))).map((value) => (
				<g key={value}>
					<line className={styles.grid} x1={LEFT} x2={right} y1={y(value)} y2={y(value)} />
					<text x={LEFT - 6} y={y(value) + 4} textAnchor="end" className={styles.muted} fontSize="11.5">
						{yWords(value)}
					</text>
				</g>
			))}
			{ticksOf(xAxis, width < 480 ? 4 : 6).map((value) => (
				<g key={value}>
					<line className={styles.axis} x1={x(value)} x2={x(value)} y1={floor} y2={floor + 4} />
					<text x={x(value)} y={floor + 17} textAnchor="middle" className={styles.muted} fontSize="11.5">
						{plain(value)}
					</text>
				</g>
			))}
			<path className={styles.axis} d={`M${LEFT} ${top}V${floor}H${right}`} />
			<text x={LEFT - 40} y={11} className={styles.muted} fontSize="11.5">
				{yAxis.label}
			</text>
			<text x={right} y={floor + 31} textAnchor="end" className={styles.muted} fontSize="11.5">
				{xAxis.label}
			</text>
			{level && level.y >= yAxis.low && level.y <= yAxis.high && (
				<g>
					<line className={styles.ghost} x1={LEFT} x2={right} y1={y(level.y)} y2={y(level.y)} />
					<text x={LEFT + 4} y={y(level.y) - 4} className={`${styles.muted} ${styles.haloed}`} fontSize="11.5">
						{level.label}
					</text>
				</g>
			)}
			{markers.map(({ x: at, label, tone, dash, row = 0 }) => {
				const place = Math.min(right, Math.max(LEFT, x(Math.max(at, xAxis.low))));
				const late = place > (LEFT + right) / 2;
				return (
					<g key={label}>
						<line
							className={styles.mark}
							data-tone={tone}
							x1={place}
							x2={place}
							y1={top - 4}
							y2={floor}
							strokeWidth={1.5}
							strokeDasharray={dash}
						/>
						<text
							x={place + (late ? -5 : 5)}
							y={top + 5 + 15 * row}
							textAnchor={late ? 'end' : 'start'}
							className={`${styles.label} ${styles.haloed}`}
							data-tone={tone}
							fontSize="11.5"
						>
							{label}
						</text>
					</g>
				);
			})}
			{drawn.map(({ id, path, tone, dash }) => (
				<path key={id} d={path} className={styles.line} data-tone={tone} strokeDasharray={dash} />
			))}
			{ended.map(({ id, label, tone, end }, k) => (
				<g key={id}>
					<circle cx={end[0]} cy={end[1]} r={3} className={styles.label} data-tone={tone} />
					<text
						x={end[0] + 7}
						y={(labelYs[k] ?? end[1]) + 4}
						className={`${styles.label} ${styles.haloed}`}
						data-tone={tone}
						fontSize="12"
					>
						{label}
					</text>
				</g>
			))}
		</g>
	);
}

function scaleOf({ scale, low, high }: Axis, range: readonly [number, number]) {
	return scale === 'log' ? logScale([low, high], range) : linearScale([low, high], range);
}

function ticksOf({ scale, low, high }: Axis, count: number): number[] {
	return scale === 'log' ? logTicks([low, high], count) : ticks([low, high], count);
}

function plain(value: number): string {
	const power = Math.log10(value);
	if (Number.isInteger(power) && (power > 3 || power < -2)) return `10${superscript(power)}`;
	return plainWords(value);
}
