import { fixedWords } from '@/lib/demos/number-words';
import { NetEdge } from './net-edge';
import styles from './picture.module.css';

/** One layer as the graph shows it. */
export interface GraphLayer {
	/** One row per unit. */
	W: readonly (readonly number[])[];
	/** The activations, in the circles. */
	a: readonly number[];
	/** The gradients below them; null until the backward pass has come here. */
	dz: readonly number[] | null;
	/** The backward pass has read off this layer's weights. */
	weightsDone: boolean;
}

interface Props {
	input: readonly number[];
	layers: readonly GraphLayer[];
	target: number;
	loss: number;
	/** The layer at work, from 1; null for none. */
	at: number | null;
	/** The weight asked about, counted from 1. */
	asked: { l: number; i: number; j: number };
	width: number;
	active: string | null;
}

const HEIGHT = 248;
const MIDDLE = 120;
const GAP = 76;

/** The net as a graph: weights by sign and size on the way forward, gradients in orange below the units they have reached. */
export function NetGraph({ input, layers, target, loss, at, asked, width, active }: Props) {
	const columns = [input, ...layers.map((layer) => layer.a)];
	const radius = width < 480 ? 19 : 22;
	const step = (width - 2 * radius - 4) / columns.length;
	const x = (column: number) => radius + 2 + column * step;
	const y = (column: number, unit: number) => MIDDLE + (unit - ((columns[column]?.length ?? 1) - 1) / 2) * GAP;
	const greatest = Math.max(...layers.flatMap((layer) => layer.W.flat().map(Math.abs)));
	const end = columns.length;
	const small = width < 480 ? 11 : 12;
	const lit = (symbol: string, l: number) => active === symbol && at === l;
	return (
		<svg viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={graphWords(layers, target, loss)}>
			{at !== null && (
				<rect x={x(at) - radius - 8} y={20} width={2 * radius + 16} height={HEIGHT - 22} rx={6} fill="var(--sunken)" />
			)}
			{columns.map((_, column) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: a column of the graph is its index
				<text key={column} x={x(column)} y={13} textAnchor="middle" className={styles.muted} fontSize={small}>
					{column === 0 ? 'x' : `layer ${column}`}
				</text>
			))}
			{edgesOf(layers).map(({ id, l, i, j, weight, done }) => (
				<NetEdge
					key={id}
					from={[x(l - 1) + radius, y(l - 1, j - 1)]}
					to={[x(l) - radius, y(l, i - 1)]}
					weight={weight}
					share={Math.abs(weight) / greatest}
					done={done}
					asked={asked.l === l && asked.i === i && asked.j === j}
					labelled={width >= 480}
				/>
			))}
			<line
				x1={x(end - 1) + radius}
				y1={MIDDLE}
				x2={x(end) - radius}
				y2={MIDDLE}
				className={layers.at(-1)?.dz ? styles.backward : styles.forward}
				strokeWidth={2}
			/>
			{columns.map((values, column) =>
				values.map((value, unit) => {
					const dz = layers[column - 1]?.dz?.[unit];
					const marked =
						lit('dz', column) ||
						(active === 'dznext' && at !== null && column === at + 1) ||
						(active === 'a' && at !== null && column === at - 1);
					return (
						// biome-ignore lint/suspicious/noArrayIndexKey: a unit is its place in the layer
						<g key={`${column}-${unit}`}>
							<circle
								cx={x(column)}
								cy={y(column, unit)}
								r={radius}
								className={marked ? `${styles.node} ${styles.active}` : styles.node}
							/>
							<text x={x(column)} y={y(column, unit) + 4} textAnchor="middle" className={styles.text} fontSize={small}>
								{fixedWords(value, 2)}
							</text>
							{dz !== undefined && (
								<text
									x={x(column)}
									y={y(column, unit) + radius + 14}
									textAnchor="middle"
									className={styles.positive}
									fontSize={small}
									fontWeight={600}
									stroke="var(--paper)"
									strokeWidth={3}
									paintOrder="stroke"
								>
									⇠ {fixedWords(dz, 3, true)}
								</text>
							)}
						</g>
					);
				}),
			)}
			<g>
				<rect
					x={x(end) - radius}
					y={MIDDLE - radius}
					width={2 * radius}
					height={2 * radius}
					rx={5}
					className={styles.node}
				/>
				<text x={x(end)} y={MIDDLE + 4} textAnchor="middle" className={styles.strong} fontSize={small}>
					{fixedWords(loss, 2)}
				</text>
				<text x={x(end)} y={13} textAnchor="middle" className={styles.muted} fontSize={small}>
					loss ℓ
				</text>
				<text x={x(end)} y={MIDDLE + radius + 16} textAnchor="middle" className={styles.muted} fontSize={small}>
					y = {target}
				</text>
			</g>
		</svg>
	);
}

/** Every weight with its place, counted from 1. */
function edgesOf(layers: readonly GraphLayer[]) {
	return layers.flatMap(({ W, weightsDone }, index) =>
		W.flatMap((row, i) =>
			row.map((weight, j) => {
				const place = { l: index + 1, i: i + 1, j: j + 1 };
				return { ...place, id: Object.values(place).join('-'), weight, done: weightsDone };
			}),
		),
	);
}

function graphWords(layers: readonly GraphLayer[], target: number, loss: number): string {
	const reached = layers.flatMap(({ dz }, index) =>
		dz ? [`at layer ${index + 1} ${dz.map((value) => fixedWords(value, 3)).join(', ')}`] : [],
	);
	const gradients = reached.length > 0 ? `Gradients ${reached.join('; ')}.` : 'No gradient has been found yet.';
	return `A net with ${layers.map((layer) => layer.a.length).join(', ')} units, target ${target}, loss ${fixedWords(loss, 3)}. ${gradients}`;
}
