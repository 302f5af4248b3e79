import type { ExchangeNote, PortableCollection, PortableNote } from '@/lib/exchange/portable';

/** Counts what Markdown has no place for, while the notes pass. */
export interface Lost {
	see(notes: readonly PortableNote[]): void;
	/** A file that no deck can carry. */
	leaveOut(file: string): void;
	readonly counted: {
		options: number;
		reviews: number;
		schedules: number;
		moved: string[];
		origins: number;
		files: string[];
	};
}

/** A count for one collection. */
export function lostFrom({ decks, counts }: PortableCollection): Lost {
	const options = decks.filter((deck) => deck.options !== null).length;
	const counted = {
		options,
		reviews: counts.reviews,
		schedules: 0,
		moved: [] as string[],
		origins: 0,
		files: [] as string[],
	};
	return {
		counted,
		leaveOut: (file) => counted.files.push(file),
		see(notes) {
			for (const note of notes) {
				if (note.origin) counted.origins++;
				if (!note.id.startsWith(`${note.deckId}/`)) counted.moved.push(note.id);
				for (const card of note.cards) {
					if (card.deckId !== note.deckId) counted.moved.push(card.id);
					const { memory } = card;
					if (
						memory &&
						(memory.phase !== 'new' || memory.suspended || memory.flag > 0 || memory.buriedUntilDay !== null)
					)
						counted.schedules++;
				}
			}
		},
	};
}

/** What was counted, in sentences; none for a collection that lost nothing. */
export function lostWords({ counted }: Lost): ExchangeNote[] {
	const say = (where: string, message: string): ExchangeNote => ({ severity: 'changed', where, message });
	const notes: ExchangeNote[] = [];
	if (counted.schedules > 0)
		notes.push(
			say(
				'schedule',
				`Markdown holds no schedule: ${counted.schedules} cards arrive as new. A backup or an Anki package holds it.`,
			),
		);
	if (counted.reviews > 0)
		notes.push(
			say(
				'history',
				`Markdown holds no history: ${counted.reviews} log rows stay here. A backup or an Anki package holds them.`,
			),
		);
	if (counted.options > 0)
		notes.push(
			say(
				'options',
				`Markdown holds no deck options: those of ${counted.options} decks stay here. A backup holds them.`,
			),
		);
	if (counted.origins > 0)
		notes.push(
			say(
				'origin',
				`Markdown does not say what ${counted.origins} notes were in Anki: their fields and note types stay here.`,
			),
		);
	for (const id of counted.moved)
		notes.push(
			say(
				id,
				'It was moved to another deck: in Markdown a card lives with its note and is named after its deck, so it arrives as a new one.',
			),
		);
	for (const file of counted.files)
		notes.push({
			severity: 'refused',
			where: file,
			message: 'A deck in Markdown carries SVG, PNG, JPEG, GIF and WebP with plain names; the file was left out.',
		});
	return notes;
}
