import styles from './picture.module.css';
import { linearScale } from './scale';

interface Props {
	f(z: number): number;
	/** The pre-activations of a layer's units. */
	z: readonly number[];
	/** Shown from -reach to reach; what lies further out stands at the rim. */
	reach: number;
	/** From here outwards, on both sides, f counts as flat. */
	flatFrom: number;
	width: number;
	height: number;
	label: string;
}

/** Where a layer's units stand on their activation function, its flat ends shaded. */
export function DotsOnCurve({ f, z, reach, flatFrom, width, height, label }: Props) {
	const x = linearScale([-reach, reach], [6, width - 6]);
	const y = linearScale([-1.2, 1.2], [height - 4, 4]);
	const path = Array.from({ length: 81 }, (_, k) => reach * (k / 40 - 1))
		.map((at, k) => `${k === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(f(at)).toFixed(1)}`)
		.join('');
	return (
		<svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
			<rect x={0} y={0} width={x(-flatFrom)} height={height} className={styles.zone} />
			<rect x={x(flatFrom)} y={0} width={width - x(flatFrom)} height={height} className={styles.zone} />
			<line className={styles.grid} x1={0} x2={width} y1={y(0)} y2={y(0)} />
			<path d={path} className={styles.curve} />
			{z.map((at, k) => {
				const shown = Math.min(reach, Math.max(-reach, at));
				return (
					// biome-ignore lint/suspicious/noArrayIndexKey: a unit is its place in the layer
					<circle key={k} cx={x(shown)} cy={y(f(at))} r={5} className={styles.dot} />
				);
			})}
		</svg>
	);
}
