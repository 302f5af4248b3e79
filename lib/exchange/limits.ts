/** How much a file may hold before it is refused. */
export interface ExchangeLimits {
	/** Of the file as it lies on the disk. */
	fileBytes: number;
	/** Of all that is packed in it, unpacked. */
	unpackedBytes: number;
	/** Of one picture. */
	mediaBytes: number;
	/** Files in a package or folder. */
	files: number;
	notes: number;
	reviews: number;
	/** Characters of one note's Markdown, or of one field. */
	noteCharacters: number;
	decks: number;
}

/** What is allowed unless the learner says otherwise. */
export const DEFAULT_LIMITS: ExchangeLimits = {
	fileBytes: 2 ** 31,
	unpackedBytes: 2 ** 32,
	mediaBytes: 32 * 2 ** 20,
	files: 100_000,
	notes: 500_000,
	reviews: 10_000_000,
	// Markdown or HTML made to be slow takes a minute beyond this
	noteCharacters: 30_000,
	decks: 5_000,
};
