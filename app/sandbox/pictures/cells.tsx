import { fixedWords } from '@/lib/demos/number-words';
import styles from './cells.module.css';

interface Props {
	/** What they are: "a¹". */
	name: string;
	numbers: readonly number[];
	/** The size at which the tint is strongest. */
	greatest?: number;
	/** Without numbers, as small squares. */
	decimals?: number | null;
	/** Nothing is in them now: outlines alone. */
	empty?: boolean;
	upright?: boolean;
	active?: boolean;
}

/** A vector as a row (or column) of cells tinted by sign, the stronger the larger. */
export function Cells({
	name,
	numbers,
	greatest = 1,
	decimals = 2,
	empty = false,
	upright = false,
	active = false,
}: Props) {
	const words = empty ? 'nothing' : numbers.map((value) => fixedWords(value, 2)).join(', ');
	return (
		<span
			className={styles.cells}
			role="img"
			aria-label={`${name}: ${words}`}
			data-empty={empty || undefined}
			data-upright={upright || undefined}
			data-active={active || undefined}
		>
			{numbers.map((value, k) => (
				<span
					// biome-ignore lint/suspicious/noArrayIndexKey: an entry of a vector is its place
					key={k}
					className={styles.cell}
					data-sign={empty ? 0 : Math.sign(value)}
					style={
						{ '--share': `${Math.round(12 + 30 * Math.min(1, Math.abs(value) / greatest))}%` } as React.CSSProperties
					}
				>
					{decimals === null ? '' : empty ? ' ' : fixedWords(value, decimals, true)}
				</span>
			))}
		</span>
	);
}
