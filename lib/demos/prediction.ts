/** What the learner commits before Run: a value of a choice, a number, or the exponent of a power of ten. */
export type Guess = string | number;

interface Asked<P, Outcome> {
	/** The question, with the numbers of the current parameters; one sentence. */
	question(params: P): string;
	/** The outcome in words, to stand beside the prediction. */
	measured(outcome: Outcome, params: P): string;
}

/** One of a few answers. */
export interface ChoicePrediction<P, Outcome> extends Asked<P, Outcome> {
	kind: 'choice';
	options: readonly { value: string; label: string }[];
	answer(outcome: Outcome): string;
}

/** A number, graded by how far off it is: at most `hit` is right, at most `close` (with the right sign) is close. */
export interface NumberPrediction<P, Outcome> extends Asked<P, Outcome> {
	kind: 'number';
	/** The symbol the number is for, in plain text: "a". */
	symbol: string;
	min: number;
	max: number;
	step: number;
	/** Bands as distances from the measured number, which may grow with its size. */
	bands(answer: number): { hit: number; close: number };
	answer(outcome: Outcome): number;
}

/** A ratio to the nearest power of ten; `answer` is the ratio itself. */
export interface PowerOfTenPrediction<P, Outcome> extends Asked<P, Outcome> {
	kind: 'power-of-ten';
	/** Least and greatest exponent offered. */
	min: number;
	max: number;
	/** What lies at its small and at its large end, in a word or two; "vanishes" and "explodes" when left out. */
	ends?: readonly [string, string];
	answer(outcome: Outcome): number;
}

/** The one prediction of a demo. */
export type Prediction<P, Outcome> =
	| ChoicePrediction<P, Outcome>
	| NumberPrediction<P, Outcome>
	| PowerOfTenPrediction<P, Outcome>;
