import file from './fsrs-vectors.json';

/** Figures of one reference sequence: which there are depends on its kind. */
export interface ReferenceFigures {
	stability: number[];
	difficulty: number[];
	scheduled_days: number[];
	state_before: string[];
	r: number[];
	values: number[];
	interval: number[];
	uncapped_first: number;
	elapsed: number[];
	doubles: number[];
	due_minutes: number[];
	w21: number[];
	state: string[];
}

/** A sequence with the figures that the test suite of another implementation of FSRS expects of it; `source` in the file names the test. */
export interface ReferenceVector {
	id: string;
	w?: 'default' | number[];
	enable_short_term?: boolean;
	expect_mismatch?: boolean;
	tol?: number;
	ratings?: number[];
	timestamps_ms?: number[];
	dates?: string[];
	points?: number[][];
	retentions?: number[];
	stability?: number;
	decay?: number;
	fn?: string;
	args?: number[][];
	seed?: number;
	expected: ReferenceFigures;
	ts_fsrs_5_4_2: { got: ReferenceFigures };
}

/** A sequence of answers that ends in one memory. */
export interface MemoryVector extends Omit<ReferenceVector, 'expected'> {
	start?: { stability: number; difficulty: number };
	steps: { rating: number; delta_t: number }[];
	expected: { stability: number; difficulty: number; interval_at_0_9?: number };
	fsrs_rs_binding_0_5_0?: { stability: number; difficulty: number };
}

/** What each rating (`"1"` to `"4"`) does after a chain of ratings, with given steps. */
export interface StepsVector {
	id: string;
	learning_steps?: string[];
	relearning_steps?: string[];
	chain: number[];
	expected: Partial<Record<'minutes' | 'step' | 'scheduled_days' | 'lapses', Record<string, number>>> & {
		state: Record<string, string>;
	};
}

/** The model whose weights are so many numbers. */
export const MODEL_OF_LENGTH = { 17: 'fsrs-4.5', 19: 'fsrs-5', 21: 'fsrs-6' } as const;

/** The reference sequences of one kind, for tests only. */
export function vectorsOf(kind: 'memory'): MemoryVector[];
export function vectorsOf(kind: 'steps'): StepsVector[];
export function vectorsOf(
	kind:
		| 'review_at_due'
		| 'curve'
		| 'interval'
		| 'fn'
		| 'first'
		| 'retr'
		| 'timestamps'
		| 'alea-doc'
		| 'migrate'
		| 'reschedule',
): ReferenceVector[];
export function vectorsOf(kind: string): unknown[] {
	return file.vectors.filter((vector) => vector.kind === kind);
}
