import { plainWords, superscript } from './number-words';
import type { Guess, Prediction } from './prediction';

/** A prediction in words: the label of a choice, "a = 0.4", "10⁻⁶". */
export function guessWords<P, Outcome>(prediction: Prediction<P, Outcome>, guess: Guess): string {
	if (prediction.kind === 'choice') {
		return prediction.options.find((option) => option.value === guess)?.label ?? String(guess);
	}
	if (prediction.kind === 'power-of-ten') return `10${superscript(Number(guess))}`;
	return `${prediction.symbol} = ${plainWords(Number(guess))}`;
}
