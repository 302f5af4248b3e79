import type { KeptPrediction } from './predictions';

const VERDICTS = { hit: 'right', close: 'close', miss: 'not so' } as const;

/** The last prediction in a sentence: "You foretold 10⁻⁶, the run measured 1.7×10⁻⁶ (right), 3 days ago." */
export function foretoldWords({ guess, measured, grade, daysAgo }: KeptPrediction): string {
	const when = daysAgo === 0 ? 'today' : daysAgo === 1 ? 'yesterday' : `${daysAgo} days ago`;
	return `You foretold ${quoted(guess)}, the run measured ${quoted(measured)} (${VERDICTS[grade]}), ${when}.`;
}

/** Words within a sentence need marks around them; a number does not. */
function quoted(text: string): string {
	return /\s\p{L}/u.test(text) ? `“${text}”` : text;
}
