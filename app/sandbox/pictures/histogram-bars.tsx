import type { Histogram } from '@/lib/demos/histogram';
import { fixedWords } from '@/lib/demos/number-words';
import styles from './picture.module.css';
import { linearScale, ticks } from './scale';

/** A stretch of the axis that is shaded: where f is flat, say. */
export interface Zone {
	from: number;
	to: number;
}

interface Props {
	histogram: Histogram;
	/** Shaded behind the bars; bars in a zone are drawn in the colour of warning, with a pattern of their own. */
	zones?: readonly Zone[];
	/** What the zones are, said once at the top: "slope below 5 % of its greatest". */
	zoneLabel?: string;
	/** A curve over the same axis, on its own scale from least to greatest: f, or f'. */
	curve?: { f(value: number): number; low: number; high: number; label: string };
	/** Counts at the top of the axis; left out, the greatest bar reaches it. */
	most?: number;
	/** The symbol under the axis: "z". */
	symbol?: string;
	/** The picture's place in its svg. */
	x?: number;
	y?: number;
	width: number;
	height: number;
	/** Small among many: bars and zones, no numbers on the axis. */
	small?: boolean;
}

/** How numbers spread: bars over their axis (counts outside it stand in the end bars, marked ‹ and ›), flat zones shaded, a curve on top. */
export function HistogramBars({
	histogram,
	zones = [],
	zoneLabel,
	curve,
	most,
	symbol,
	x: left = 0,
	y: top = 0,
	width,
	height,
	small = false,
}: Props) {
	const { low, high, counts, below, above } = histogram;
	const foot = small ? 2 : 34;
	const head = small ? 2 : 20;
	const x = linearScale([low, high], [left + (small ? 1 : 12), left + width - (small ? 1 : 12)]);
	const [floor, ceiling] = [top + height - foot, top + head];
	const shown = counts.map((count, k) => count + (k === 0 ? below : 0) + (k === counts.length - 1 ? above : 0));
	const y = linearScale([0, Math.max(1, most ?? Math.max(...shown))], [floor, ceiling]);
	const bin = (high - low) / counts.length;
	const inZone = (value: number) => zones.some(({ from, to }) => value >= from && value <= to);
	const curveY = curve ? linearScale([curve.low, curve.high], [floor - 4, ceiling + 4]) : null;
	const path =
		curve &&
		curveY &&
		Array.from({ length: 121 }, (_, k) => low + ((high - low) * k) / 120)
			.map((value, k) => `${k === 0 ? 'M' : 'L'}${x(value).toFixed(1)} ${curveY(curve.f(value)).toFixed(1)}`)
			.join('');
	const gap = Math.min(1, (x(low + bin) - x(low)) * 0.12);
	return (
		<g>
			{zones.map(({ from, to }) => {
				const [start, end] = [x(Math.max(low, from)), x(Math.min(high, to))];
				return end <= start ? null : (
					<rect key={from} x={start} width={end - start} y={ceiling} height={floor - ceiling} className={styles.zone} />
				);
			})}
			{zoneLabel && !small && (
				<g>
					<rect x={left + 12} y={top + 2} width={14} height={10} className={styles.zone} />
					<text x={left + 32} y={top + 11} className={styles.muted} fontSize="11.5">
						{zoneLabel}
					</text>
				</g>
			)}
			{shown.map((count, k) => {
				const value = low + (k + 0.5) * bin;
				if (count === 0) return null;
				return (
					<rect
						key={value}
						x={x(low + k * bin) + gap}
						width={Math.max(0.5, x(low + (k + 1) * bin) - x(low + k * bin) - 2 * gap)}
						y={Math.max(ceiling, y(count))}
						height={Math.max(1, floor - Math.max(ceiling, y(count)))}
						className={inZone(value) ? styles.stuck : styles.level}
					/>
				);
			})}
			<line className={styles.axis} x1={x(low)} x2={x(high)} y1={floor} y2={floor} />
			{path && <path d={path} className={styles.curve} strokeWidth={small ? 1 : undefined} />}
			{!small && (
				<>
					{ticks([low, high], width < 360 ? 4 : 8).map((value) => (
						<text key={value} x={x(value)} y={floor + 15} textAnchor="middle" className={styles.muted} fontSize="11.5">
							{fixedWords(value, Number.isInteger(value) ? 0 : 1)}
						</text>
					))}
					{symbol && (
						<text x={x(high)} y={floor + 30} textAnchor="end" className={styles.symbol}>
							{symbol}
						</text>
					)}
					{curve && curveY && (
						<text
							x={x(high) - 4}
							y={curveY(curve.f(high)) + (curve.f(high) > (curve.low + curve.high) / 2 ? 16 : -8)}
							textAnchor="end"
							className={`${styles.symbol} ${styles.haloed}`}
						>
							{curve.label}
						</text>
					)}
				</>
			)}
			{below > 0 && (
				<text x={x(low) + 1} y={floor - 4} className={`${styles.strong} ${styles.haloed}`} fontSize={small ? 9 : 11.5}>
					‹
				</text>
			)}
			{above > 0 && (
				<text
					x={x(high) - 1}
					y={floor - 4}
					textAnchor="end"
					className={`${styles.strong} ${styles.haloed}`}
					fontSize={small ? 9 : 11.5}
				>
					›
				</text>
			)}
		</g>
	);
}
