import { reading } from './client';

/** A file that a deck's cards show. */
export interface MediaFile {
	mimeType: string;
	sha256: string;
	bytes: Uint8Array<ArrayBuffer>;
}

/** The file `name` of `deckId`; null when there is none. */
export function readMedia(deckId: string, name: string): Promise<MediaFile | null> {
	return reading((db) =>
		db.media.findUnique({
			where: { deckId_name: { deckId, name } },
			select: { mimeType: true, sha256: true, bytes: true },
		}),
	);
}
