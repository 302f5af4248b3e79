import { fixedWords } from '@/lib/demos/number-words';
import styles from './picture.module.css';
import { ticks } from './scale';

/** A point of the curve with the slope there. */
export interface CurvePoint {
	z: number;
	a: number;
	slope: number;
}

interface Props {
	f(z: number): number;
	name: string;
	zRange: readonly [number, number];
	aRange: readonly [number, number];
	x(z: number): number;
	y(a: number): number;
	now: CurvePoint;
	/** Where the run began; null while it is where `now` is. */
	before: CurvePoint | null;
	guess: number | null;
	active: string | null;
}

/** The curve of f with z, a and the tangent marked on it; z comes down from the sum above. */
export function ActivationCurve({ f, name, zRange, aRange, x, y, now, before, guess, active }: Props) {
	const path = Array.from({ length: 161 }, (_, k) => zRange[0] + ((zRange[1] - zRange[0]) * k) / 160)
		.map((z, k) => `${k === 0 ? 'M' : 'L'}${x(z).toFixed(1)} ${y(f(z)).toFixed(1)}`)
		.join('');
	const [left, right, top, bottom] = [x(zRange[0]), x(zRange[1]), y(aRange[1]), y(aRange[0])];
	// The tangent has the same length on screen whatever the slope.
	const rise = now.slope * ((y(0) - y(1)) / (x(1) - x(0)));
	const reach = 64 / Math.hypot(1, rise);
	const [px, py] = [x(now.z), y(now.a)];
	// The words stand below the curve on its right, or above it on its left where there is no room.
	const late = px > right - 130 || py > bottom - 40;
	const side = late ? -14 : 14;
	return (
		<g>
			{ticks(aRange, 4).map((a) => (
				<g key={a}>
					<line className={a === 0 ? styles.axis : styles.grid} x1={left} x2={right} y1={y(a)} y2={y(a)} />
					<text x={left - 6} y={y(a) + 4} textAnchor="end" className={styles.muted} fontSize="11.5">
						{fixedWords(a, Number.isInteger(a) ? 0 : 1)}
					</text>
				</g>
			))}
			{ticks(zRange, 8).map((z) => (
				<text key={z} x={x(z)} y={bottom + 15} textAnchor="middle" className={styles.muted} fontSize="11.5">
					{fixedWords(z, 0)}
				</text>
			))}
			<line className={styles.axis} x1={x(0)} x2={x(0)} y1={top} y2={bottom} />
			<text x={right} y={bottom + 30} textAnchor="end" className={styles.symbol}>
				z
			</text>
			<text x={right} y={bottom - 12} textAnchor="end" className={`${styles.symbol} ${styles.haloed}`}>
				a = {name}(z)
			</text>
			<path d={path} className={`${styles.curve} ${active === 'f' ? styles.active : ''}`} />
			{before && (
				<g>
					<path d={`M${x(before.z)} ${top - 8}V${y(before.a)}H${left}`} className={styles.ghost} />
					<circle cx={x(before.z)} cy={y(before.a)} r={4} className={styles.node} />
				</g>
			)}
			{guess !== null && (
				<g>
					<line className={styles.guess} x1={left} x2={right} y1={y(guess)} y2={y(guess)} />
					<text x={left + 6} y={y(guess) - 5} className={`${styles.guessText} ${styles.haloed}`} fontSize="11.5">
						your prediction {fixedWords(guess, 2)}
					</text>
				</g>
			)}
			<path d={`M${px} ${top - 8}V${py}`} className={`${styles.guide} ${active === 'z' ? styles.active : ''}`} />
			<path d={`M${px} ${py}H${left}`} className={`${styles.guide} ${active === 'a' ? styles.active : ''}`} />
			<line
				className={`${styles.tangent} ${active === 'slope' ? styles.active : ''}`}
				x1={px - reach}
				x2={px + reach}
				y1={py + reach * rise}
				y2={py - reach * rise}
			/>
			<circle cx={px} cy={py} r={6} className={styles.dot} />
			<g textAnchor={late ? 'end' : 'start'}>
				<text x={px + side} y={py + (late ? -30 : 22)} className={`${styles.strong} ${styles.haloed}`}>
					a = {fixedWords(now.a, 3)}
				</text>
				<text x={px + side} y={py + (late ? -14 : 38)} className={`${styles.muted} ${styles.haloed}`} fontSize="11.5">
					slope f′(z) = {fixedWords(now.slope, 3)}
				</text>
			</g>
		</g>
	);
}
