import { formatDeckError } from '@/lib/cards/deck-error';
import type { ParsedDeck } from '@/lib/cards/deck-source';
import type { CheckDemo } from '@/lib/cards/demo-link';
import { readContent } from '@/lib/cards/read-content';
import { checkDemoLink } from '@/lib/demos/registry';

/** What the check asks about demos, and where it writes its lines. */
export interface DeckCheckWorld {
	checkDemo: CheckDemo;
	print(line: string): void;
}

const world: DeckCheckWorld = {
	checkDemo: checkDemoLink,
	print: (line) => console.log(line),
};

/**
 * `npm run deck -- check [folder]`: prints every mistake in the decks of a folder (`content` when none is named)
 * and a summary; resolves to 1 when there is a mistake, else to 0.
 */
export async function deckCheck(args: readonly string[], { checkDemo, print } = world): Promise<number> {
	const folder = args[0] ?? 'content';
	let decks: ParsedDeck[];
	try {
		decks = readContent(folder, checkDemo);
	} catch (error) {
		print(`The folder "${folder}" cannot be read: ${error instanceof Error ? error.message : String(error)}`);
		return 1;
	}
	const errors = decks.flatMap((deck) => deck.errors);
	for (const error of errors) print(formatDeckError(error));
	const named = new Set(decks.flatMap((deck) => deck.notes.flatMap(({ demo }) => (demo ? [demo.demoId] : []))));
	const notes = decks.flatMap((deck) => deck.notes);
	const cards = notes.reduce((sum, note) => sum + note.cards.length, 0);
	print(
		`${count(decks.length, 'deck')}, ${count(notes.length, 'note')}, ${count(cards, 'card')}, ` +
			`${count(named.size, 'demo')} named: ${count(errors.length, 'mistake')}.`,
	);
	return errors.length > 0 ? 1 : 0;
}

function count(number: number, noun: string): string {
	return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
