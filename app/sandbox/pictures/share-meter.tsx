import styles from './picture.module.css';
import { linearScale } from './scale';

interface Props {
	/** 0 to 1; null while it is not known. */
	share: number | null;
	/** What it is the share of, and what it comes to, above the bar. */
	words: string;
	/** Drawn as what flows back, or as what is stuck. */
	kind: 'backward' | 'stuck';
	/** The share predicted, 0 to 1. */
	guess: number | null;
	y: number;
	width: number;
}

const BAR = 18;

/** A share as a bar from 0 to 100 %, with the prediction as a dashed line across. */
export function ShareMeter({ share, words, kind, guess, y, width }: Props) {
	const x = linearScale([0, 1], [12, width - 12]);
	const bar = y + 22;
	const late = guess !== null && guess > 0.6;
	return (
		<g>
			<text x={12} y={y + 14} className={styles.strong}>
				{words}
			</text>
			<rect x={x(0)} y={bar} width={x(1) - x(0)} height={BAR} rx={2} className={styles.grid} />
			{share !== null && (
				<rect
					x={x(0)}
					y={bar}
					width={Math.max(0, x(share) - x(0))}
					height={BAR}
					rx={2}
					className={kind === 'stuck' ? styles.stuck : styles.positive}
				/>
			)}
			{guess !== null && (
				<g>
					<line className={styles.guess} x1={x(guess)} x2={x(guess)} y1={bar - 4} y2={bar + BAR + 4} />
					<text
						x={x(guess) + (late ? -5 : 5)}
						y={bar + 13}
						textAnchor={late ? 'end' : 'start'}
						className={`${styles.guessText} ${styles.haloed}`}
						fontSize="11.5"
					>
						your prediction
					</text>
				</g>
			)}
		</g>
	);
}
