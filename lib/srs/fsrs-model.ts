import { default_w, FSRSAlgorithm } from 'ts-fsrs';
import type { DeckOptions } from './deck-options';
import { GRADES, type Grade } from './grade';
import { migrateWeights } from './weights';

/** What the memory model knows of one card: stability in days (0.001 to 36500) and difficulty (1 to 10). */
export interface ModelMemory {
	stability: number;
	difficulty: number;
}

/** FSRS-6 with one set of weights (https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm). */
export interface FsrsModel {
	/** The 21 weights in use. */
	weights: readonly number[];
	/** The memory after an answer, `elapsedDays` study days (0 or more) after the last; `null` before the first answer. Throws a RangeError. */
	nextMemory(memory: ModelMemory | null, elapsedDays: number, grade: Grade): ModelMemory;
	/** The chance of recall, 0 to 1, `elapsedDays` (0 or more) after an answer that left this stability. */
	retrievability(elapsedDays: number, stability: number): number;
	/** The days, not rounded, after which the chance of recall has fallen to `retention` (above 0, at most 1); throws a RangeError. */
	intervalDays(stability: number, retention: number): number;
}

const CACHE_LIMIT = 64;
const models = new Map<string, FsrsModel>();

/**
 * The memory model for a deck's weights (`null`: the defaults of FSRS-6), cached by their values; throws a RangeError for weights of a wrong
 * length or out of range. `sameDay` off leaves out the formula for answers on one day, as FSRS's long-term scheduler does.
 */
export function fsrsModel(weights: DeckOptions['weights'], sameDay = true): FsrsModel {
	const key = `${sameDay} ${weights === null ? '' : `${weights.model} ${weights.values.join()}`}`;
	const known = models.get(key);
	if (known) return known;
	const made = makeModel(weights === null ? [...default_w] : migrateWeights(weights), sameDay);
	if (models.size >= CACHE_LIMIT) models.clear();
	models.set(key, made);
	return made;
}

function makeModel(w: number[], sameDay: boolean): FsrsModel {
	const algorithm = new FSRSAlgorithm({ w, enable_short_term: sameDay });
	const modifiers = new Map<number, number>();
	return {
		weights: [...algorithm.parameters.w],
		nextMemory(memory, elapsedDays, grade) {
			checkElapsed(elapsedDays);
			if (memory !== null) checkMemory(memory);
			const { stability, difficulty } = algorithm.next_state(memory, elapsedDays, GRADES.indexOf(grade) + 1);
			return { stability, difficulty };
		},
		retrievability(elapsedDays, stability) {
			checkElapsed(elapsedDays);
			return algorithm.forgetting_curve(elapsedDays, stability);
		},
		intervalDays(stability, retention) {
			const known = modifiers.get(retention);
			if (known !== undefined) return stability * known;
			if (!(retention > 0 && retention <= 1)) {
				throw new RangeError(`The retention must be above 0 and at most 1, not ${retention}.`);
			}
			const modifier = algorithm.calculate_interval_modifier(retention);
			if (modifiers.size >= CACHE_LIMIT) modifiers.clear();
			modifiers.set(retention, modifier);
			return stability * modifier;
		},
	};
}

function checkElapsed(elapsedDays: number): void {
	if (!(elapsedDays >= 0 && elapsedDays < Number.POSITIVE_INFINITY)) {
		throw new RangeError(`The elapsed days must be 0 or more, not ${elapsedDays}.`);
	}
}

function checkMemory({ stability, difficulty }: ModelMemory): void {
	if (!(stability >= 0.001 && stability <= 36_500)) {
		throw new RangeError(`The stability must be from 0.001 to 36500 days, not ${stability}.`);
	}
	if (!(difficulty >= 1 && difficulty <= 10)) {
		throw new RangeError(`The difficulty must be from 1 to 10, not ${difficulty}.`);
	}
}
