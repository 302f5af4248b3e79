import type { Image, Parents, RootContent } from 'mdast';
import type { DeckMedia } from './deck-source';
import type { Report } from './error-log';
import { startOf } from './markdown-tree';
import type { MediaShelf } from './media-shelf';

/** Points the pictures in the blocks at the deck's media, in place, and returns them, each once; reports all that cannot be shown. */
export function placeImages(
	blocks: readonly RootContent[],
	deckId: string,
	shelf: MediaShelf,
	report: Report,
): DeckMedia[] {
	const found = new Map<string, DeckMedia>();
	const visit = (node: RootContent) => {
		if (node.type === 'image') {
			const media = placeImage(node, deckId, shelf, report);
			if (media) found.set(media.name, media);
		} else if ('children' in node) {
			for (const child of (node as Parents).children) visit(child as RootContent);
		}
	};
	for (const block of blocks) visit(block);
	return [...found.values()];
}

function placeImage(image: Image, deckId: string, shelf: MediaShelf, report: Report): DeckMedia | null {
	const start = startOf(image);
	if (!image.alt?.trim())
		report(
			start,
			'The picture has no description.',
			'Say what it shows: ![A curve with its tangent](figures/tangent.svg).',
		);
	const reading = shelf.take(image.url);
	if (!reading.ok) {
		report(start, reading.message, reading.advice);
		return null;
	}
	image.url = `/api/media/${deckId}/${reading.media.name}`;
	image.data = { hProperties: { loading: 'lazy', ...reading.size } };
	return reading.media;
}
