import styles from '@/app/sandbox/pictures/picture.module.css';
import { linearScale } from '@/app/sandbox/pictures/scale';
import type { PlaneGrid } from '@/lib/demos/plane-grid';
import { HEIGHT, once, WIDTH } from './drawing';
import { answerOf, smallData, smallNet, trained } from './examples';
import { Plane } from './parts';

const SIZE = 88;

const xor = once(() => {
	const data = smallData('xor', 1, { size: 80 });
	const grids = [[], [6]].map((hidden): PlaneGrid => {
		const network = smallNet({ hidden, activation: 'tanh', initialiser: { kind: 'xavier' }, seed: 3 });
		return answerOf(trained(network, { data, epochs: 150, learningRate: 0.3, batchSize: 8 }).network);
	});
	return { data, grids };
});

/** XOR without a hidden layer, and with one. */
export const MultilayerPerceptron = () => {
	const { data, grids } = xor();
	return (
		<g>
			{grids.map((grid, k) => (
				<Plane key={grid.values.join()} grid={grid} data={data} x={8 + k * (SIZE + 8)} size={SIZE} />
			))}
		</g>
	);
};

/** A straight line through points. */
export const LinearAndLogisticRegression = () => {
	const x = linearScale([-1.2, 1.2], [16, WIDTH - 12]);
	const y = linearScale([-1.2, 1.2], [HEIGHT - 14, 10]);
	const places = Array.from({ length: 26 }, (_, k) => {
		const at = -1 + k / 12.5;
		return [at, 0.75 * at + 0.3 * Math.sin(37 * k)] as const;
	});
	return (
		<g>
			<path d={`M14 8V${HEIGHT - 14}H${WIDTH - 10}`} className={styles.axis} />
			{places.map(([px, py]) => (
				<circle key={px} cx={x(px)} cy={y(py)} r={2.5} className={styles.negative} />
			))}
			<path d={`M${x(-1.15)} ${y(-0.86)}L${x(1.15)} ${y(0.86)}`} className={styles.curve} />
		</g>
	);
};

/** Four classes around, and the two boundaries that a binary code forces them to share. */
export const ClassEncoding = () => {
	const [cx, cy] = [WIDTH / 2, HEIGHT / 2];
	const marks = [
		'M-3 -3h6v6h-6z',
		'M0 -4L4 3H-4z',
		'M0 -4.5L4.5 0L0 4.5L-4.5 0z',
		'M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0',
	];
	return (
		<g>
			{marks.map((mark, c) =>
				Array.from({ length: 9 }, (_, k) => {
					const angle = (Math.PI / 2) * c + Math.PI / 4;
					const [dx, dy] = [11 * Math.sin(k * 2.4 + c), 9 * Math.cos(k * 2.4 + c)].map(
						(d) => d * Math.sqrt((k + 1) / 9),
					);
					const at = `translate(${cx + 62 * Math.cos(angle) + (dx ?? 0)} ${cy - 34 * Math.sin(angle) + (dy ?? 0)})`;
					return <path key={at} d={mark} transform={at} className={c % 2 === 0 ? styles.negative : styles.positive} />;
				}),
			)}
			<path d={`M${cx} 6V${HEIGHT - 6}`} stroke="var(--ink)" strokeWidth={2} />
			<path d={`M12 ${cy}H${WIDTH - 12}`} stroke="var(--ink)" strokeWidth={2} strokeDasharray="6 4" />
		</g>
	);
};
