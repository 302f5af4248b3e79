import { powerWords, superscript } from '@/lib/demos/number-words';
import styles from './picture.module.css';
import { linearScale } from './scale';

/** One bar: a ratio, drawn from 1 up or down by its power of ten. */
export interface LogBar {
	label: string;
	/** Null while it is not known. */
	ratio: number | null;
}

interface Props {
	bars: readonly LogBar[];
	width: number;
	height: number;
	/** Least and greatest power of ten on the axis; it grows when a bar needs more. */
	decades: readonly [number, number];
	/** The last bar's ratio is 1; every one before it comes to `gamma` times the next, when the fall is even. */
	gamma: number | null;
	/** The exponent predicted for the first bar. */
	guess: number | null;
	active: string | null;
}

const LEFT = 44;
const TOP = 8;
const FOOT = 40;

/** Bars on a log axis through 1: shrunk hangs down in blue, grown stands up in orange, each with its number. */
export function LogBars({ bars, width, height, decades, gamma, guess, active }: Props) {
	const powers = bars.flatMap(({ ratio }) => (ratio !== null && ratio > 0 ? [Math.log10(ratio)] : []));
	const low = Math.min(decades[0], ...powers.map(Math.floor));
	const high = Math.max(decades[1], ...powers.map(Math.ceil));
	const y = linearScale([low, high], [height - FOOT, TOP]);
	const band = (width - LEFT) / bars.length;
	const middle = (k: number) => LEFT + (k + 0.5) * band;
	const every = Math.ceil((high - low) / 14) * (height < 300 ? 2 : 1);
	const lines = Array.from({ length: high - low + 1 }, (_, k) => low + k).filter((power) => power % every === 0);
	const labelEvery = Math.max(1, Math.ceil(54 / band));
	const tickEvery = Math.max(1, Math.ceil(22 / band));
	return (
		<g>
			{lines.map((power) => (
				<g key={power}>
					<line className={power === 0 ? styles.axis : styles.grid} x1={LEFT} x2={width} y1={y(power)} y2={y(power)} />
					<text x={LEFT - 6} y={y(power) + 4} textAnchor="end" className={styles.muted} fontSize="11.5">
						{power === 0 ? '1' : `10${superscript(power)}`}
					</text>
				</g>
			))}
			{bars.map(({ label, ratio }, k) => {
				const first = k === 0;
				const power = ratio === null ? 0 : ratio > 0 ? Math.log10(ratio) : low;
				const up = power > 0;
				const marked = active === 'first' ? first : active === 'last' ? k === bars.length - 1 : false;
				return (
					<g key={label}>
						{ratio !== null && (
							<rect
								x={middle(k) - band * 0.34}
								width={band * 0.68}
								y={Math.min(y(power), y(0)) - (power === 0 ? 1 : 0)}
								height={Math.max(2, Math.abs(y(power) - y(0)))}
								rx={1.5}
								className={`${up ? styles.positive : power < 0 ? styles.negative : styles.level} ${marked ? styles.active : ''}`}
							/>
						)}
						{(k % tickEvery === 0 || k === bars.length - 1) && (
							<text x={middle(k)} y={height - 10} textAnchor="middle" className={styles.muted}>
								{label}
							</text>
						)}
					</g>
				);
			})}
			{gamma !== null && gamma > 0 && (
				<line
					className={active === 'gamma' ? `${styles.backward} ${styles.active}` : styles.backward}
					x1={middle(bars.length - 1)}
					y1={y(0)}
					x2={middle(0)}
					y2={y((bars.length - 1) * Math.log10(gamma))}
					strokeWidth={1.5}
				/>
			)}
			{bars.map(({ label, ratio }, k) => {
				if (ratio === null || k % labelEvery !== 0) return null;
				const power = ratio > 0 ? Math.log10(ratio) : low;
				return (
					<text
						key={label}
						x={middle(k)}
						y={power > 0 ? y(power) - 6 : Math.min(y(power) + 15, height - FOOT + 12)}
						textAnchor="middle"
						className={`${k === 0 ? styles.strong : styles.text} ${styles.haloed}`}
						fontSize="11.5"
					>
						{ratioWords(ratio)}
					</text>
				);
			})}
			{guess !== null && (
				<g>
					<rect
						x={middle(0) - band * 0.42}
						width={band * 0.84}
						y={Math.min(y(guess), y(0))}
						height={Math.abs(y(guess) - y(0))}
						className={styles.guess}
					/>
					<line className={styles.guess} x1={LEFT} x2={width} y1={y(guess)} y2={y(guess)} />
					<text
						x={width}
						y={y(guess) + (guess === 0 ? 30 : -5)}
						textAnchor="end"
						className={`${styles.guessText} ${styles.haloed}`}
						fontSize="11.5"
					>
						your prediction for layer {bars[0]?.label}
					</text>
				</g>
			)}
		</g>
	);
}

function ratioWords(ratio: number): string {
	if (ratio === 0) return '0';
	if (ratio >= 0.1 && ratio < 100) return ratio.toPrecision(2);
	return powerWords(ratio, 0);
}
