import type { PortableCard } from '@/lib/exchange/portable';
import type { CardMemory } from '@/lib/srs/card-memory';
import type { DeckOptions } from '@/lib/srs/deck-options';
import { fsrsModel } from '@/lib/srs/fsrs-model';
import { ankiDay } from './anki-days';
import { readRest } from './card-rest';

/** The columns of Anki's `cards` that say when a card is due and what is known of it. */
export interface CardRow {
	type: number;
	queue: number;
	due: number;
	ivl: number;
	factor: number;
	reps: number;
	lapses: number;
	left: number;
	flags: number;
	data: string;
}

const STANDARD_FACTOR = 2500;

/** A card as Anki keeps it, on study day `today`; without a memory, or without the schedule, a new card. */
export function cardRow(card: PortableCard, schedule: boolean, options: DeckOptions, today: number): CardRow {
	const memory = schedule ? card.memory : null;
	const fresh: CardRow = {
		type: 0,
		queue: 0,
		due: Math.max(0, card.position),
		ivl: 0,
		factor: 0,
		reps: 0,
		lapses: 0,
		left: 0,
		flags: 0,
		data: '',
	};
	if (!memory) return fresh;
	const rest = readRest(card.origin);
	const { type, queue, due, ivl = 0, left = 0 } = placed(memory, options, today);
	const buried = memory.buriedUntilDay !== null && memory.buriedUntilDay > today;
	return {
		type,
		queue: memory.suspended ? -1 : buried ? -2 : queue,
		due,
		ivl,
		factor: type === 0 ? 0 : (rest.factor ?? (type === 2 ? STANDARD_FACTOR : 0)),
		// a card that is past its first answer has at least one: readers stop at the contrary
		reps: type === 0 ? memory.reps : Math.max(1, memory.reps),
		lapses: memory.lapses,
		left,
		flags: memory.flag & 7,
		data: cardData(memory, options, rest.customData),
	};
}

function placed(
	memory: CardMemory,
	options: DeckOptions,
	today: number,
): Pick<CardRow, 'type' | 'queue' | 'due'> & Partial<Pick<CardRow, 'ivl' | 'left'>> {
	const { due, phase } = memory;
	if (phase === 'new') return { type: 0, queue: 0, due: due.kind === 'position' ? Math.max(0, due.position) : 0 };
	const ivl = Math.max(1, memory.intervalDays);
	if (phase === 'relearning') return { type: 2, queue: 2, due: ankiDay(today), ivl };
	if (phase === 'review') return { type: 2, queue: 2, due: ankiDay(dayOf(memory, today)), ivl };
	const left = Math.max(1, options.learningStepsMs.length - memory.step);
	if (due.kind === 'day') return { type: 1, queue: 3, due: ankiDay(due.day), left: left * 1001 };
	return { type: 1, queue: 1, due: Math.floor((due.kind === 'instant' ? due.atMs : 0) / 1000), left: left * 1001 };
}

function dayOf(memory: CardMemory, today: number): number {
	return memory.due.kind === 'day' ? memory.due.day : today;
}

/** What Anki keeps of FSRS in `cards.data`; its own custom data goes back as the string it was. */
function cardData(memory: CardMemory, options: DeckOptions, customData: string | null): string {
	const data: Record<string, unknown> = {};
	if (memory.stability !== null && memory.difficulty !== null) {
		data['s'] = rounded(memory.stability, 4);
		data['d'] = rounded(memory.difficulty, 3);
		data['dr'] = rounded(options.desiredRetention, 2);
		data['decay'] = rounded(fsrsModel(options.weights).weights[20] ?? 0, 3);
		if (memory.lastReviewAtMs !== null) data['lrt'] = Math.floor(memory.lastReviewAtMs / 1000);
	}
	if (customData !== null) data['cd'] = customData;
	return Object.keys(data).length === 0 ? '' : JSON.stringify(data);
}

function rounded(value: number, places: number): number {
	return Number(value.toFixed(places));
}
