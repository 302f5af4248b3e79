'use client';

import { type ReactNode, useId } from 'react';
import type { RunResult } from '@/lib/demos/demo';
import type { Guess, Prediction } from '@/lib/demos/prediction';
import { gradePrediction } from '@/lib/demos/verdict';
import { PowerRuler } from './power-ruler';
import styles from './prediction-panel.module.css';
import type { KeptState } from './use-kept-prediction';

interface Props<P, Outcome> {
	prediction: Prediction<P, Outcome>;
	params: P;
	guess: Guess | null;
	onGuess(guess: Guess | null): void;
	locked: boolean;
	result: RunResult<Outcome> | null;
	kept: KeptState;
	/** The buttons that run it. */
	children: ReactNode;
}

const KEPT: Record<KeptState, string> = {
	none: '',
	sending: '',
	kept: 'Kept with its card.',
	failed: 'The server did not take it: the card will not show this prediction.',
};
const MARKS = { hit: '✓', close: '≈', miss: '✗' } as const;

/** The question, the learner's answer (locked once the run has begun), and beside it what was measured. */
export function PredictionPanel<P, Outcome>({
	prediction,
	params,
	guess,
	onGuess,
	locked,
	result,
	kept,
	children,
}: Props<P, Outcome>) {
	const name = useId();
	const verdict = result && guess !== null ? gradePrediction(prediction, guess, result.outcome) : null;
	const measured = result ? prediction.measured(result.outcome, params) : null;

	return (
		<section className={styles.panel} aria-label="Prediction">
			<fieldset className={styles.question} disabled={locked}>
				<legend>
					<span className={styles.step}>Predict</span> {prediction.question(params)}
				</legend>
				{prediction.kind === 'choice' && (
					<div className={styles.options}>
						{prediction.options.map(({ value, label }) => (
							<label key={value} className={styles.option}>
								<input
									type="radio"
									name={name}
									value={value}
									checked={guess === value}
									onChange={() => onGuess(value)}
								/>
								<span>{label}</span>
							</label>
						))}
					</div>
				)}
				{prediction.kind === 'number' && (
					<label className={styles.number}>
						<i>{prediction.symbol}</i> ={' '}
						<input
							type="number"
							inputMode="decimal"
							min={prediction.min}
							max={prediction.max}
							step="any"
							onChange={(event) => {
								const { valueAsNumber, validity } = event.target;
								onGuess(Number.isFinite(valueAsNumber) && validity.valid ? valueAsNumber : null);
							}}
							placeholder="your number"
							aria-label={`Your prediction of ${prediction.symbol}`}
						/>
					</label>
				)}
				{prediction.kind === 'power-of-ten' && (
					<PowerRuler
						min={prediction.min}
						max={prediction.max}
						ends={prediction.ends ?? ['vanishes', 'explodes']}
						guess={typeof guess === 'number' ? guess : null}
						onGuess={onGuess}
						measured={result ? prediction.answer(result.outcome) : null}
					/>
				)}
			</fieldset>
			<div className={styles.below}>
				{children}
				<p className={styles.measured} aria-live="polite" aria-atomic="true">
					{measured && (
						<>
							Measured: <strong>{measured}</strong>
						</>
					)}
					{verdict && (
						<span className={styles.verdict} data-grade={verdict.grade}>
							<span aria-hidden="true">{MARKS[verdict.grade]}</span> {verdict.words}
						</span>
					)}
				</p>
				{KEPT[kept] && (
					<p className={styles.kept} role="status">
						{KEPT[kept]}
					</p>
				)}
			</div>
		</section>
	);
}
