import type { PortableDeck } from '@/lib/exchange/portable';
import type { DeckOptions } from '@/lib/srs/deck-options';
import { fsrsModel } from '@/lib/srs/fsrs-model';
import { CREATED_SECONDS, ROLLOVER_HOUR } from './anki-days';

/** A deck as it goes out: its number, its name with its parents', and the number of its options. */
export interface OutgoingDeck {
	deck: PortableDeck;
	id: number;
	name: string;
	optionsId: number;
}

/** The values of the one row of `col`, in the order of its columns. */
export function collectionRow(input: {
	nowMs: number;
	decks: readonly OutgoingDeck[];
	options: ReadonlyMap<number, { name: string; options: DeckOptions }>;
	models: ReadonlyMap<number, unknown>;
	nextPosition: number;
}): (number | string)[] {
	const { nowMs, decks, options, models, nextPosition } = input;
	const seconds = Math.floor(nowMs / 1000);
	const conf = {
		activeDecks: [1],
		addToCur: true,
		collapseTime: 1200,
		creationOffset: 0,
		curDeck: 1,
		curModel: [...models.keys()][0] ?? 1,
		dayLearnFirst: false,
		dueCounts: true,
		estTimes: true,
		newSpread: 0,
		nextPos: nextPosition,
		rollover: ROLLOVER_HOUR,
		schedVer: 2,
		sortBackwards: false,
		sortType: 'noteFld',
		timeLim: 0,
	};
	const ankiDecks: Record<string, unknown> = { 1: ankiDeck(1, 'Default', '', 1, seconds) };
	for (const { deck, id, name, optionsId } of decks) {
		const { id: ourId, title, description, tags, macros } = deck;
		ankiDecks[id] = {
			...ankiDeck(id, name, description, optionsId, seconds),
			chainrule: { id: ourId, title, description, tags, macros },
		};
	}
	const dconf = Object.fromEntries(
		[...options].map(([id, { name, options: set }]) => [id, ankiOptions(id, name, set, seconds)]),
	);
	return [
		1,
		CREATED_SECONDS,
		nowMs,
		nowMs,
		11,
		0,
		0,
		0,
		JSON.stringify(conf),
		JSON.stringify(Object.fromEntries(models)),
		JSON.stringify(ankiDecks),
		JSON.stringify(dconf),
		'{}',
	];
}

function ankiDeck(id: number, name: string, description: string, conf: number, mod: number): Record<string, unknown> {
	return {
		id,
		name,
		mod,
		usn: -1,
		conf,
		desc: description.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
		dyn: 0,
		collapsed: false,
		browserCollapsed: false,
		extendNew: 10,
		extendRev: 50,
		lrnToday: [0, 0],
		revToday: [0, 0],
		newToday: [0, 0],
		timeToday: [0, 0],
	};
}

function ankiOptions(id: number, name: string, options: DeckOptions, mod: number): Record<string, unknown> {
	const minutes = (steps: readonly number[]) => steps.map((ms) => ms / 60_000);
	return {
		id,
		name,
		mod,
		usn: -1,
		maxTaken: 60,
		autoplay: true,
		timer: 0,
		replayq: true,
		dyn: false,
		new: {
			bury: options.buryNew,
			delays: minutes(options.learningStepsMs),
			initialFactor: 2500,
			ints: [1, 4, 7],
			order: 1,
			perDay: options.newPerDay,
			separate: true,
		},
		lapse: {
			delays: minutes(options.relearningStepsMs),
			leechAction: options.leechSuspends ? 0 : 1,
			leechFails: options.leechLapses,
			minInt: 1,
			mult: 0,
		},
		rev: {
			bury: options.buryReviews,
			ease4: 1.3,
			fuzz: 0.05,
			hardFactor: 1.2,
			ivlFct: 1,
			maxIvl: options.maximumIntervalDays,
			minSpace: 1,
			perDay: options.reviewsPerDay,
		},
		desiredRetention: options.desiredRetention,
		fsrsParams6: [...fsrsModel(options.weights).weights],
		chainrule: options,
	};
}
