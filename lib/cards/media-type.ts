const TYPES: Record<string, string> = {
	svg: 'image/svg+xml',
	png: 'image/png',
	jpg: 'image/jpeg',
	jpeg: 'image/jpeg',
	gif: 'image/gif',
	webp: 'image/webp',
};

/** The MIME type of a picture by the end of its name; null for files that a deck does not carry. */
export function mediaType(name: string): string | null {
	const extension = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
	return Object.hasOwn(TYPES, extension) ? (TYPES[extension] ?? null) : null;
}
