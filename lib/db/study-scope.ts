import { DEFAULT_DECK_OPTIONS, type DeckOptions } from '@/lib/srs/deck-options';
import type { Moment } from '@/lib/srs/moment';
import type { DeckNode } from '@/lib/srs/queue';
import { ALL_DECKS } from './all-decks';
import type { Db } from './client';
import { type DeckPlace, readDeckPlaces } from './deck-settings';
import { moreFor, readHelpings } from './helping';
import { type Learner, learnerMoment, readLearner } from './learner';
import { readTodaysAnswers, type TodaysAnswer } from './todays-answers';

/** Who studies, when, in which decks, and what they have answered today. */
export interface StudyScope {
	learner: Learner;
	moment: Moment;
	/** Every deck there is, in the order of their files. */
	decks: DeckPlace[];
	/** The same as nodes of the queue, under one root that holds all, with the day's further helpings in their limits. */
	nodes: DeckNode[];
	answers: TodaysAnswer[];
}

/** Reads what every page of a day's study begins with. */
export async function readStudyScope(db: Db, nowMs: number): Promise<StudyScope> {
	const learner = await readLearner(db);
	const moment = learnerMoment(learner, nowMs);
	const decks = await readDeckPlaces(db, learner.id);
	const answers = await readTodaysAnswers(db, learner.id, moment.day);
	const helpings = await readHelpings(db, learner.id, moment.day);
	const nodes = decks.map((deck): DeckNode => {
		const more = moreFor(decks, deck.id, helpings);
		const own = answers.filter((answer) => answer.deckId === deck.id);
		return {
			id: deck.id,
			parentId: deck.parentId ?? ALL_DECKS,
			options: {
				...deck.options,
				newPerDay: deck.options.newPerDay + more.fresh,
				reviewsPerDay: deck.options.reviewsPerDay + more.reviews,
			},
			introducedToday: own.filter((answer) => answer.phaseBefore === 'new').length,
			reviewedToday: own.filter((answer) => answer.phaseBefore === 'review').length,
		};
	});
	return { learner, moment, decks, nodes: [everything, ...nodes], answers };
}

const everything: DeckNode = {
	id: ALL_DECKS,
	parentId: null,
	options: { ...DEFAULT_DECK_OPTIONS, newPerDay: 9_999, reviewsPerDay: 9_999 },
	introducedToday: 0,
	reviewedToday: 0,
};

/** The ids of `deckId` and of all decks below it. */
export function deckSubtree(scope: StudyScope, deckId: string): string[] {
	const below = (id: string): string[] => [
		...(id === ALL_DECKS ? [] : [id]),
		...scope.nodes.filter((node) => node.parentId === id).flatMap((node) => below(node.id)),
	];
	return below(deckId);
}

/** The options in force in a deck, or the defaults for `all`. */
export function optionsOf(scope: StudyScope, deckId: string): DeckOptions {
	return scope.decks.find((deck) => deck.id === deckId)?.options ?? DEFAULT_DECK_OPTIONS;
}
