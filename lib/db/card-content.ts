import type { Db } from './client';
import type { DemoTarget } from './review-view';

/** What a page shows of a card, whoever studies it. */
export interface CardContent {
	cardId: string;
	title: string;
	deckTitle: string;
	frontHtml: string;
	backHtml: string;
	/** True for a cloze and for HTML: its back is the whole side again and stands in the place of the front. */
	backReplacesFront: boolean;
	demo: DemoTarget | null;
}

interface NoteDemo {
	demoId: string | null;
	demoQuery: string | null;
	demoLabel: string | null;
}

/** The demo a note links to, as a page links to it. */
export function demoTarget(note: NoteDemo): DemoTarget | null {
	if (note.demoId === null) return null;
	const query = note.demoQuery ? `?${note.demoQuery}` : '';
	return { id: note.demoId, href: `/sandbox/${note.demoId}${query}`, label: note.demoLabel ?? 'Run it' };
}

/** The content of the given cards, by id; cards that are gone are left out. */
export async function readCardContents(db: Db, cardIds: readonly string[]): Promise<Map<string, CardContent>> {
	const rows = await db.card.findMany({
		where: { id: { in: [...cardIds] } },
		include: { note: true, deck: { select: { title: true } } },
	});
	return new Map(
		rows.map(({ id, frontHtml, backHtml, note, deck }) => [
			id,
			{
				cardId: id,
				title: note.title,
				deckTitle: deck.title,
				frontHtml,
				backHtml,
				backReplacesFront: note.kind === 'cloze' || note.kind === 'html',
				demo: demoTarget(note),
			},
		]),
	);
}
