'use client';

import { useId } from 'react';
import { superscript } from '@/lib/demos/number-words';
import styles from './power-ruler.module.css';

interface Props {
	min: number;
	max: number;
	/** What lies at the small and at the large end. */
	ends: readonly [string, string];
	/** The exponent chosen; null while none is. */
	guess: number | null;
	onGuess(exponent: number): void;
	/** The ratio itself, once it is known. */
	measured: number | null;
}

/** A ruler of powers of ten to choose from; once the ratio is known a pointer stands at it, past an end when it lies beyond. */
export function PowerRuler({ min, max, ends, guess, onGuess, measured }: Props) {
	const name = useId();
	const exponents = Array.from({ length: max - min + 1 }, (_, k) => min + k);
	const at =
		measured === null
			? null
			: measured > 0
				? Math.min(max + 0.5, Math.max(min - 0.5, Math.log10(measured)))
				: min - 0.5;
	const percent = (exponent: number) => (100 * (exponent - min + 0.5)) / exponents.length;

	return (
		<div className={styles.ruler}>
			<div className={styles.ticks}>
				{exponents.map((exponent) => (
					<label
						key={exponent}
						className={styles.tick}
						data-side={exponent < 0 ? 'negative' : exponent > 0 ? 'positive' : 'zero'}
					>
						<input
							type="radio"
							name={name}
							value={exponent}
							checked={guess === exponent}
							onChange={() => onGuess(exponent)}
							aria-label={`10 to the power ${exponent}`}
						/>
						<span aria-hidden="true">{exponent === 0 ? '1' : `10${superscript(exponent)}`}</span>
					</label>
				))}
			</div>
			<p className={styles.ends} aria-hidden="true">
				{at === null ? (
					<>
						<span>← {ends[0]}</span>
						<span>{ends[1]} →</span>
					</>
				) : (
					<span className={styles.pointer} style={{ left: `${percent(at)}%` }}>
						▲
					</span>
				)}
			</p>
		</div>
	);
}
