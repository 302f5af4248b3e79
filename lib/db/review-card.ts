import type { CardMemory } from '@/lib/srs/card-memory';
import { GRADES } from '@/lib/srs/grade';
import { offerGrades } from '@/lib/srs/offer';
import { readCardContents } from './card-content';
import { findMemory } from './card-memory-store';
import type { Db } from './client';
import { readLoadMap } from './due-load';
import { foretoldWords } from './foretold-words';
import { type KeptPrediction, readLastPredictions } from './predictions';
import type { GradeOffer, ReviewCard } from './review-view';
import { readStudyScope, type StudyScope } from './study-scope';

/** A card on its way to the page. */
export interface CardToShow {
	cardId: string;
	noteId: string;
	deckId: string;
	version: number;
	memory: CardMemory;
}

/**
 * The cards with their content and the offers of their buttons, in the order given. Each card's offers see the ones
 * before it as if answered good, so that a session's cards spread over the days and not onto the emptiest one.
 */
export async function readReviewCards(db: Db, scope: StudyScope, cards: readonly CardToShow[]): Promise<ReviewCard[]> {
	const contents = await readCardContents(
		db,
		cards.map((card) => card.cardId),
	);
	const foretold = await readLastPredictions(
		db,
		scope,
		[...contents.values()].flatMap(({ demo }) => demo?.id ?? []),
	);
	const load = await readLoadMap(db, {
		learnerId: scope.learner.id,
		today: scope.moment.day,
		noteIds: cards.map((card) => card.noteId),
	});
	return cards.flatMap(({ cardId, noteId, deckId, version, memory }) => {
		const content = contents.get(cardId);
		const deck = scope.decks.find((place) => place.id === deckId);
		if (!content || !deck) return [];
		const offers = offerGrades({
			cardId,
			memory,
			options: deck.options,
			moment: scope.moment,
			load: load.forCard(cardId, noteId),
		});
		if (offers.good.intervalDays > 0) load.add(scope.moment.day + offers.good.intervalDays);
		const shown = Object.fromEntries(
			GRADES.map((grade): [string, GradeOffer] => [
				grade,
				{ label: offers[grade].label, intervalDays: offers[grade].intervalDays },
			]),
		) as ReviewCard['offers'];
		const { phase, flag, leech, suspended } = memory;
		const state = { version, studyDay: scope.moment.day, phase, flag, leech, suspended };
		return [
			{ ...content, foretold: wordsOf(foretold.get(content.demo?.id ?? '')), noteId, deckId, ...state, offers: shown },
		];
	});
}

/** One card as it stands now, with fresh offers; null when it is gone. */
export async function readReviewCard(db: Db, cardId: string, nowMs: number): Promise<ReviewCard | null> {
	const scope = await readStudyScope(db, nowMs);
	const stored = await findMemory(db, scope.learner.id, cardId);
	if (!stored) return null;
	return (await readReviewCards(db, scope, [stored]))[0] ?? null;
}

const wordsOf = (kept: KeptPrediction | undefined) => (kept ? foretoldWords(kept) : null);
