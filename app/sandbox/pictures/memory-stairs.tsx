import styles from './picture.module.css';

interface Props {
	/** What is kept after each step so far. */
	kept: readonly number[];
	/** Steps of the whole way. */
	steps: number;
	/** The most that will be kept. */
	most: number;
	/** The step from which it goes back. */
	turn: number;
	width: number;
	height: number;
	label: string;
}

/** How much is kept, step by step: a bar each, solid on the way on, in dashes on the way back. */
export function MemoryStairs({ kept, steps, most, turn, width, height, label }: Props) {
	const band = width / steps;
	const foot = height - 2;
	const top = 16;
	return (
		<svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
			<line className={styles.axis} x1={0} x2={width} y1={foot} y2={foot} />
			{kept.map((count, k) => {
				const tall = ((foot - top) * count) / most;
				const back = k >= turn;
				return (
					// biome-ignore lint/suspicious/noArrayIndexKey: a bar is its step
					<g key={k}>
						<rect
							x={k * band + 2}
							width={band - 4}
							y={foot - tall}
							height={tall}
							className={back ? styles.backward : undefined}
							style={{ fill: back ? 'var(--backward)' : 'var(--forward)', fillOpacity: back ? 0.2 : 0.7 }}
							strokeWidth={1.5}
						/>
						<text x={(k + 0.5) * band} y={foot - tall - 4} textAnchor="middle" className={styles.text} fontSize="11.5">
							{count}
						</text>
					</g>
				);
			})}
		</svg>
	);
}
