import { fixedWords } from '@/lib/demos/number-words';
import styles from './matrix-picture.module.css';

interface Props {
	/** What it is called: "∂ℓ/∂W²". */
	name: string;
	/** The symbol of the equation it stands for. */
	symbol?: string;
	rows: readonly (readonly number[])[];
	active: string | null;
	onActive(symbol: string | null): void;
	/** A cell to ring, counted from 1. */
	ringed?: { i: number; j: number } | null;
	/** Just found, by which pass: drawn in its colour. */
	fresh?: 'forward' | 'backward' | null;
	/** Not to be seen yet: question marks for numbers. */
	hidden?: boolean;
	decimals?: number;
}

/** A matrix with its numbers, its name and its shape; cells are tinted by sign, the stronger the larger. */
export function MatrixPicture({
	name,
	symbol,
	rows,
	active,
	onActive,
	ringed,
	fresh,
	hidden = false,
	decimals = 3,
}: Props) {
	const columns = rows[0]?.length ?? 0;
	const greatest = Math.max(1e-12, ...rows.flat().map(Math.abs));
	const cells = rows.flatMap((row, i) => row.map((value, j) => ({ key: `${i + 1}-${j + 1}`, value })));
	const spoken = rows
		.map((row) => row.map((value) => (hidden ? 'not known yet' : fixedWords(value, decimals))).join(', '))
		.join('; ');
	return (
		<figure
			className={styles.matrix}
			data-active={(symbol !== undefined && symbol === active) || undefined}
			data-fresh={fresh ?? undefined}
			onPointerEnter={() => onActive(symbol ?? null)}
			onPointerLeave={() => onActive(null)}
		>
			<div
				className={styles.cells}
				role="img"
				aria-label={`${name}, ${rows.length} by ${columns}: ${spoken}`}
				style={{ gridTemplateColumns: `repeat(${columns}, auto)` }}
			>
				{cells.map(({ key, value }) => (
					<span
						key={key}
						className={styles.cell}
						data-sign={hidden ? 0 : Math.sign(value)}
						data-ringed={(ringed && key === `${ringed.i}-${ringed.j}`) || undefined}
						style={{ '--share': `${Math.round((42 * Math.abs(value)) / greatest)}%` } as React.CSSProperties}
					>
						{hidden ? '?' : fixedWords(value, decimals, true)}
					</span>
				))}
			</div>
			<figcaption>
				{name}{' '}
				<small>
					{rows.length}×{columns}
				</small>
			</figcaption>
		</figure>
	);
}
