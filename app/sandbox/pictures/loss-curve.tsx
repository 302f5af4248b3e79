import styles from './picture.module.css';
import { linearScale, ticks } from './scale';

interface Props {
	/** The loss before training, then after each epoch. */
	losses: readonly number[];
	/** Epochs the axis has room for. */
	epochs: number;
	width: number;
	height: number;
}

const LEFT = 44;

/** The loss by epoch, from 0. */
export function LossCurve({ losses, epochs, width, height }: Props) {
	const greatest = Math.max(0.8, ...losses.filter(Number.isFinite));
	const x = linearScale([0, epochs], [LEFT, width - 16]);
	const y = linearScale([0, greatest], [height - 22, 8]);
	const points = losses.map(
		(loss, epoch) => `${x(epoch).toFixed(1)},${y(Number.isFinite(loss) ? loss : greatest).toFixed(1)}`,
	);
	return (
		<g>
			{ticks([0, greatest], 3).map((loss) => (
				<g key={loss}>
					<line className={loss === 0 ? styles.axis : styles.grid} x1={LEFT} x2={width} y1={y(loss)} y2={y(loss)} />
					<text x={LEFT - 6} y={y(loss) + 4} textAnchor="end" className={styles.muted} fontSize="11.5">
						{loss}
					</text>
				</g>
			))}
			{ticks([0, epochs], 4).map((epoch) => (
				<text key={epoch} x={x(epoch)} y={height - 5} textAnchor="middle" className={styles.muted} fontSize="11.5">
					{epoch}
				</text>
			))}
			<polyline points={points.join(' ')} className={styles.curve} />
		</g>
	);
}
