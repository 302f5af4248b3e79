import type { ExchangeRun, PortableCollection, PortableNote, PortableReview } from '@/lib/exchange/portable';
import { answerCard } from '@/lib/srs/answer';
import type { CardMemory } from '@/lib/srs/card-memory';
import { newCardMemory } from '@/lib/srs/card-memory';
import { DEFAULT_DECK_OPTIONS } from '@/lib/srs/deck-options';
import type { Grade } from '@/lib/srs/grade';
import { studyDay, zoneOffsetMinutes } from '@/lib/srs/study-day';

/** What a test's readers and writers are given: a fixed time in a zone. */
export function runIn(timeZone: string, nowMs = Date.UTC(2026, 10, 22, 12)): ExchangeRun {
	return { nowMs, timeZone, rolloverHour: 4, signal: new AbortController().signal, onProgress() {} };
}

/** How the cards of a test were studied: the grades each got, a day apart and then as the card was due, and its state by hand. */
export type Studied = (
	cardId: string,
	index: number,
) => { grades: readonly Grade[] } & Partial<Pick<CardMemory, 'suspended' | 'flag' | 'buriedUntilDay'>>;

/** A collection with its cards answered by our own scheduler, and the rows that made; everything ends before the run's time. */
export async function studiedCollection(
	base: PortableCollection,
	studied: Studied,
	run: ExchangeRun,
): Promise<PortableCollection> {
	const notes: PortableNote[] = [];
	const reviews: PortableReview[] = [];
	let index = 0;
	for await (const batch of base.notes())
		for (const note of batch)
			notes.push({
				...note,
				modifiedMs: run.nowMs - 86_400_000,
				cards: note.cards.map((card) => {
					const { grades, ...state } = studied(card.id, index++);
					const made = answers(card.id, grades, run, index);
					reviews.push(...made.reviews);
					return { ...card, memory: { ...made.memory, ...state }, memoryChangedMs: made.reviews.at(-1)?.atMs ?? null };
				}),
			});
	reviews.sort((a, b) => a.atMs - b.atMs);
	return {
		...base,
		counts: { ...base.counts, reviews: reviews.length },
		async *notes() {
			for (let at = 0; at < notes.length; at += 50) yield notes.slice(at, at + 50);
		},
		async *reviews() {
			for (let at = 0; at < reviews.length; at += 50) yield reviews.slice(at, at + 50);
		},
	};
}

function answers(
	cardId: string,
	grades: readonly Grade[],
	run: ExchangeRun,
	salt: number,
): { memory: CardMemory; reviews: PortableReview[] } {
	let memory = newCardMemory(salt);
	const reviews: PortableReview[] = [];
	let atMs = run.nowMs - 300 * 86_400_000 + salt * 7_919;
	for (const grade of grades) {
		const day = studyDay(atMs, run.timeZone, run.rolloverHour);
		const before = memory;
		const answered = answerCard({
			cardId,
			memory,
			options: DEFAULT_DECK_OPTIONS,
			moment: { nowMs: atMs, day },
			grade,
			promisedIntervalDays: null,
		});
		if (!answered.ok) throw new Error(answered.reason);
		memory = answered.after;
		reviews.push({
			id: `${cardId} ${reviews.length}`,
			cardId,
			action: { type: 'answer', grade },
			kind: answered.kind,
			atMs,
			studyDay: day,
			zoneOffsetMinutes: zoneOffsetMinutes(atMs, run.timeZone),
			durationMs: 1_000 + ((salt * 37) % 9_000),
			before,
			after: memory,
			optionsId: '',
			origin: null,
		});
		const next = memory.due.kind === 'instant' ? memory.due.atMs + 60_000 : atMs + memory.intervalDays * 86_400_000;
		if (next > run.nowMs) break;
		atMs = next;
	}
	return { memory, reviews };
}
