import { superscript } from './number-words';
import type { Guess, Prediction } from './prediction';

/** How a prediction did: right, in the neighbourhood, or not; with the sentence that says so. */
export interface Verdict {
	grade: 'hit' | 'close' | 'miss';
	words: string;
}

/** Grades a prediction by its band; a guess that is not of the prediction's kind is a TypeError. */
export function gradePrediction<P, Outcome>(
	prediction: Prediction<P, Outcome>,
	guess: Guess,
	outcome: Outcome,
): Verdict {
	if (prediction.kind === 'choice') {
		return guess === prediction.answer(outcome)
			? { grade: 'hit', words: 'Right.' }
			: { grade: 'miss', words: 'Not so.' };
	}
	if (typeof guess !== 'number')
		throw new TypeError(`a prediction of kind ${prediction.kind} is a number, got ${guess}`);
	return prediction.kind === 'number'
		? gradeNumber(guess, prediction.answer(outcome), prediction.bands(prediction.answer(outcome)))
		: gradePowerOfTen(guess, prediction.answer(outcome), prediction.min, prediction.max);
}

function gradeNumber(guess: number, answer: number, bands: { hit: number; close: number }): Verdict {
	const off = Math.abs(guess - answer);
	if (off <= bands.hit) return { grade: 'hit', words: 'Right, sign and size.' };
	if (guess * answer < 0) return { grade: 'miss', words: 'The sign is the other.' };
	if (off <= bands.close) return { grade: 'close', words: 'Sign right, size nearly.' };
	return { grade: 'miss', words: guess > answer ? 'Too large.' : 'Too small.' };
}

/** Right within half a power of ten (or past the end of the scale that was chosen), close within one and a half. */
function gradePowerOfTen(exponent: number, ratio: number, min: number, max: number): Verdict {
	if (!(ratio > 0)) {
		return exponent === min
			? { grade: 'hit', words: 'Right: nothing arrives at all.' }
			: { grade: 'miss', words: 'Nothing arrives at all: the ratio is 0, less than any power of ten.' };
	}
	const measured = Math.min(max, Math.max(min, Math.log10(ratio)));
	const off = exponent - measured;
	if (Math.abs(off) <= 0.5) return { grade: 'hit', words: 'Right, to the nearest power of ten.' };
	const times = `10${superscript(Math.round(Math.abs(off)))} times too ${off > 0 ? 'large' : 'small'}`;
	return Math.abs(off) <= 1.5
		? { grade: 'close', words: 'Close: next to the nearest power of ten.' }
		: { grade: 'miss', words: `Off: about ${times}.` };
}
