import { fixedWords } from '@/lib/demos/number-words';
import styles from './picture.module.css';
import { SignedArrow } from './signed-arrow';

/** One thing added to a sum. */
export interface Term {
	id: string;
	/** The symbols of the equation it belongs to. */
	symbols: readonly string[];
	label: string;
	/** How it comes about: "0.5 × −2". */
	detail: string;
	value: number;
	/** Not added yet: named, but not drawn. */
	pending?: boolean;
	/** Pointed out, with what is said of it. */
	remark?: string;
	/** The one that the prediction is about. */
	guessed?: boolean;
}

interface Props {
	terms: readonly Term[];
	x(value: number): number;
	top: number;
	rowHeight: number;
	active: string | null;
}

/** A sum drawn as arrows laid end to end, each from where the one above ended; the last row is the sum itself, from 0. */
export function WeightedSum({ terms, x, top, rowHeight, active }: Props) {
	let sum = 0;
	const rows = terms.map((term) => {
		const from = sum;
		if (!term.pending) sum += term.value;
		return { ...term, from, to: sum };
	});
	const sumY = top + (rows.length + 0.5) * rowHeight;
	const bar = rowHeight * 0.46;
	return (
		<g>
			{rows.map(({ id, symbols, label, detail, value, from, to, pending, remark, guessed }, k) => {
				const y = top + (k + 0.5) * rowHeight;
				const right = Math.max(x(from), x(to));
				return (
					<g key={id}>
						<text x={5} y={y - 1} className={styles.symbol}>
							{label}
						</text>
						<text x={5} y={y + 13} className={styles.muted} fontSize="11.5">
							{detail}
						</text>
						{guessed && (
							<>
								<rect
									className={styles.guess}
									x={1}
									y={y - rowHeight / 2 + 1}
									width={88}
									height={rowHeight - 2}
									rx={4}
								/>
								<title>your prediction</title>
							</>
						)}
						{!pending && (
							<>
								<SignedArrow
									from={x(from)}
									to={x(to)}
									y={y}
									height={bar}
									marked={remark !== undefined || (active !== null && symbols.includes(active))}
								/>
								<text x={right + 6} y={y + 4} className={remark ? styles.strong : styles.text}>
									{fixedWords(value, 2, true)}
									{remark && ` ${remark}`}
								</text>
								<line className={styles.ghost} x1={x(to)} x2={x(to)} y1={y + bar / 2} y2={y + rowHeight - bar / 2} />
							</>
						)}
					</g>
				);
			})}
			<text x={5} y={sumY + 4} className={styles.symbol}>
				z
			</text>
			<text x={23} y={sumY + 4} className={styles.muted} fontSize="11.5">
				the sum
			</text>
			<line className={styles.guide} x1={x(sum)} x2={x(sum)} y1={sumY} y2={sumY + 0.5 * rowHeight + 24} />
			<SignedArrow from={x(0)} to={x(sum)} y={sumY} height={bar * 1.15} marked={active === 'z'} />
			<text x={Math.max(x(0), x(sum)) + 6} y={sumY + 4} className={styles.strong}>
				{fixedWords(sum, 2, true)}
			</text>
		</g>
	);
}
