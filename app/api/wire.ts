import { z } from 'zod';
import { DEMO_IDS } from '@/lib/demos/demo-id';
import { GRADES } from '@/lib/srs/grade';

/** A key that names one act of the learner once and for all; the page makes it with crypto.randomUUID(). */
const Key = z.uuid();
const CardId = z.string().min(3).max(300);
const AtMs = z.int().min(0).max(8_640_000_000_000_000);

/** POST /api/reviews: one answer. */
export const AnswerRequest = z.object({
	key: Key,
	cardId: CardId,
	/** The version and study day of the card as it was shown. */
	version: z.int().min(0),
	studyDay: z.int(),
	grade: z.enum(GRADES),
	/** The interval the pressed button promised. */
	intervalDays: z.int().min(0).max(36_500),
	atMs: AtMs,
	durationMs: z.int().min(0).max(86_400_000),
});
export type AnswerRequest = z.infer<typeof AnswerRequest>;

/** POST /api/actions: an act on a card other than an answer. */
export const ActionRequest = z.object({
	key: Key,
	cardId: CardId,
	version: z.int().min(0),
	action: z.discriminatedUnion('type', [
		z.object({ type: z.literal('suspend') }),
		z.object({ type: z.literal('unsuspend') }),
		z.object({ type: z.literal('bury') }),
		z.object({ type: z.literal('unbury') }),
		z.object({ type: z.literal('flag'), flag: z.int().min(0).max(7) }),
		z.object({ type: z.literal('set-due'), day: z.int() }),
		z.object({ type: z.literal('reset') }),
	]),
	atMs: AtMs,
});
export type ActionRequest = z.infer<typeof ActionRequest>;

/** POST /api/undo: take back the last action that stands. */
export const UndoRequest = z.object({ key: Key, atMs: AtMs });
export type UndoRequest = z.infer<typeof UndoRequest>;

/** POST /api/settings: the learner's calendar. `confirm` false: set the zone only while none is known. */
export const SettingsRequest = z.object({
	timeZone: z.string().min(1).max(64).optional(),
	rolloverHour: z.int().min(0).max(23).optional(),
	onlyIfUnknown: z.boolean().default(false),
});
export type SettingsRequest = z.input<typeof SettingsRequest>;

/** POST /api/backlog: spread the reviews that are due over so many days, today the first. */
export const BacklogRequest = z.object({ key: Key, days: z.int().min(2).max(365) });
export type BacklogRequest = z.infer<typeof BacklogRequest>;

/** POST /api/helping: more new cards and reviews of a deck for the rest of this study day. */
export const HelpingRequest = z.object({
	key: Key,
	deckId: z.string().min(1).max(300),
	fresh: z.int().min(0).max(100),
	reviews: z.int().min(0).max(1_000),
});
export type HelpingRequest = z.infer<typeof HelpingRequest>;

/** POST /api/predictions: what was foretold of a demo and what its run measured. */
export const PredictionRequest = z.object({
	key: Key,
	demoId: z.enum(DEMO_IDS),
	query: z.string().max(1_000),
	seed: z.int().min(0).nullable(),
	guess: z.string().min(1).max(200),
	measured: z.string().min(1).max(500),
	grade: z.enum(['hit', 'close', 'miss']),
});
export type PredictionRequest = z.infer<typeof PredictionRequest>;
