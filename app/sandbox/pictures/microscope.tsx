import { fixedWords, powerWords } from '@/lib/demos/number-words';
import styles from './picture.module.css';
import { linearScale } from './scale';

interface Props {
	/** The loss less that at w, at w + t eps for t evenly from -2 to 2. */
	curve: readonly number[];
	eps: number;
	/** The nudge in words. */
	name: string;
	/** The slopes of the two lines. */
	tangent: number;
	secant: number;
	/** The symbol of the equation pointed at. */
	active: string | null;
	width: number;
	height: number;
}

const LEFT = 12;
const TOP = 22;
const FOOT = 22;

/** The loss around a weight, magnified until the nudge fills the picture: its curve, the tangent, and the secant from w - eps to w + eps. */
export function Microscope({ curve, eps, name, tangent, secant, active, width, height }: Props) {
	const last = curve.length - 1;
	const t = (k: number) => (4 * k) / last - 2;
	const most = Math.max(2.2 * Math.abs(tangent) * eps, ...curve.map(Math.abs)) || 1;
	const x = linearScale([-2, 2], [LEFT, width - LEFT]);
	const y = linearScale([-1.1 * most, 1.1 * most], [height - FOOT, TOP]);
	const path = curve.map((value, k) => `${k === 0 ? 'M' : 'L'}${x(t(k)).toFixed(1)} ${y(value).toFixed(1)}`).join('');
	const [below, above] = [curve[last / 4] ?? 0, curve[(3 * last) / 4] ?? 0];
	const slope = secant * eps;
	const middle = (below + above) / 2;
	const lineTo = (rise: number, at: number) => ({ x1: x(-2), y1: y(at - 2 * rise), x2: x(2), y2: y(at + 2 * rise) });
	const falling = tangent < 0;
	const words = [
		{ tone: styles.tangent, what: `tangent, by backprop: ${slopeWords(tangent)}` },
		{ tone: styles.backward, what: `secant, by nudging: ${slopeWords(secant)}` },
	];
	return (
		<g>
			<line className={styles.grid} x1={x(-2)} x2={x(2)} y1={y(0)} y2={y(0)} />
			{[-1, 0, 1].map((place) => (
				<g key={place}>
					<line
						className={place === 0 ? styles.axis : styles.grid}
						x1={x(place)}
						x2={x(place)}
						y1={TOP}
						y2={height - FOOT}
					/>
					<text x={x(place)} y={height - 6} textAnchor="middle" className={styles.muted} fontSize="11.5">
						{place === 0 ? 'w' : `w ${place < 0 ? '−' : '+'} ε`}
					</text>
				</g>
			))}
			<text x={width - LEFT} y={13} textAnchor="end" className={styles.muted} fontSize="11.5">
				{name}
			</text>
			<text x={LEFT} y={13} className={styles.muted} fontSize="11.5">
				the loss ℓ around w, under the microscope
			</text>
			<path d={path} className={styles.curve} />
			<line
				{...lineTo(tangent * eps, 0)}
				className={`${styles.tangent} ${active === 'tangent' ? styles.active : ''}`}
			/>
			<line
				{...lineTo(slope, middle)}
				className={`${styles.backward} ${active === 'secant' ? styles.active : ''}`}
				strokeWidth={2.5}
			/>
			{[below, above].map((value, k) => (
				<circle key={x(2 * k - 1)} cx={x(2 * k - 1)} cy={y(value)} r={4.5} className={styles.positive} />
			))}
			<circle cx={x(0)} cy={y(0)} r={6} className={styles.dot} />
			{words.map(({ tone, what }, k) => {
				const at = { x: falling ? x(2) - 8 : x(-2) + 8, y: TOP + 14 + 17 * k };
				const side = falling ? -1 : 1;
				return (
					<g key={what}>
						<line className={tone} x1={at.x} x2={at.x + 22 * side} y1={at.y - 4} y2={at.y - 4} strokeWidth={2.5} />
						<text
							x={at.x + 28 * side}
							y={at.y}
							textAnchor={falling ? 'end' : 'start'}
							className={`${styles.text} ${styles.haloed}`}
							fontSize="12"
						>
							{what}
						</text>
					</g>
				);
			})}
		</g>
	);
}

function slopeWords(slope: number): string {
	return Math.abs(slope) < 1e-3 ? powerWords(slope, 4) : fixedWords(slope, 6);
}
