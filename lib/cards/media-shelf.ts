import type { DeckMedia } from './deck-source';
import { type ImageSize, imageSize } from './image-size';
import { mediaType } from './media-type';
import { svgProblem } from './svg-problem';

/** The bytes of a file of the deck's folder by its relative name; null when there is none. */
export type ReadMedia = (name: string) => Uint8Array | null;

/** A picture that the deck may carry, or why it may not. */
export type MediaReading =
	| { ok: true; media: DeckMedia; size: ImageSize | null }
	| { ok: false; message: string; advice: string };

/** Reads and checks each picture of a deck once. */
export class MediaShelf {
	readonly #readMedia: ReadMedia;
	readonly #readings = new Map<string, MediaReading>();

	constructor(readMedia: ReadMedia) {
		this.#readMedia = readMedia;
	}

	/** The picture of that name, as written in the deck. */
	take(name: string): MediaReading {
		const known = this.#readings.get(name);
		if (known) return known;
		const reading = this.#read(name);
		this.#readings.set(name, reading);
		return reading;
	}

	#read(name: string): MediaReading {
		if (!/^[A-Za-z0-9._/-]+$/.test(name) || name.split('/').some((part) => part === '' || /^\.+$/.test(part))) {
			return {
				ok: false,
				message: `"${name}" is not a picture in the deck's folder.`,
				advice: 'Write a relative path of A-Z, a-z, 0-9, ".", "_", "-" and "/", such as figures/tangent.svg.',
			};
		}
		const mimeType = mediaType(name);
		if (!mimeType)
			return {
				ok: false,
				message: `"${name}" is of no kind that a deck carries.`,
				advice: 'Use SVG, PNG, JPEG, GIF or WebP.',
			};
		const bytes = this.#readMedia(name);
		if (!bytes)
			return {
				ok: false,
				message: `There is no file "${name}".`,
				advice: "Put it into the deck's folder, or correct the path.",
			};
		const problem = mimeType === 'image/svg+xml' ? svgProblem(bytes) : null;
		if (problem)
			return { ok: false, message: `"${name}" ${problem}.`, advice: 'Keep to shapes, text and style within the file.' };
		return { ok: true, media: { name, mimeType, bytes }, size: imageSize(bytes, mimeType) };
	}
}
