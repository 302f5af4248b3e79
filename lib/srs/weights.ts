import type { DeckOptions } from './deck-options';

type Range = readonly [lowest: number, highest: number];

const STABILITY: Range = [0.001, 100];

/** The range of each of the 21 weights of FSRS-6; the shorter, older models share the beginning (fsrs-rs, `src/parameter_clipper.rs`). */
export const WEIGHT_RANGES: readonly Range[] = [
	STABILITY,
	STABILITY,
	STABILITY,
	STABILITY,
	[1, 10],
	[0.001, 4],
	[0.001, 4],
	[0.001, 0.75],
	[0, 4.5],
	[0, 0.8],
	[0.001, 3.5],
	[0.001, 5],
	[0.001, 0.25],
	[0.001, 0.9],
	[0, 4],
	[0, 1],
	[1, 6],
	[0, 2],
	[0, 2],
	[0, 0.8],
	[0.1, 0.8],
];

const LENGTHS = { 'fsrs-4.5': 17, 'fsrs-5': 19, 'fsrs-6': 21 } as const;
/** The decay that was fixed in the models before FSRS-6. */
const OLD_DECAY = 0.5;

/**
 * The 21 weights of FSRS-6 for a set of 17, 19 or 21, migrated as ts-fsrs's `migrateParameters` does; throws a RangeError that names the
 * length, or the weight and its range, when the set is not one of its model.
 */
export function migrateWeights(weights: NonNullable<DeckOptions['weights']>): number[] {
	const { model, values } = weights;
	if (values.length !== LENGTHS[model]) {
		throw new RangeError(`The weights of ${model} must be ${LENGTHS[model]} numbers, not ${values.length}.`);
	}
	for (const [index, value] of values.entries()) {
		const [lowest, highest] = WEIGHT_RANGES[index] ?? STABILITY;
		if (!(value >= lowest && value <= highest)) {
			throw new RangeError(`Weight ${index} of ${model} must be from ${lowest} to ${highest}, not ${value}.`);
		}
	}
	if (model === 'fsrs-6') return [...values];
	if (model === 'fsrs-5') return [...values, 0, OLD_DECAY];
	const [, , , , difficulty = 0, spread = 0, damping = 0] = values;
	return [
		...values.slice(0, 4),
		round8(spread * 2 + difficulty),
		round8(Math.log(spread * 3 + 1) / 3),
		round8(damping + 0.5),
		...values.slice(7),
		0,
		0,
		0,
		OLD_DECAY,
	];
}

function round8(value: number): number {
	return Number(value.toFixed(8));
}
