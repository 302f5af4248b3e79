import { createHash } from 'node:crypto';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** Words in kebab-case, at most `length` characters; `fallback` where nothing of them is left. */
export function kebabSlug(words: string, length: number, fallback: string): string {
	const slug = words
		.normalize('NFKD')
		.toLowerCase()
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, length)
		.replace(/^-+|-+$/g, '');
	return slug === '' ? fallback : slug;
}

/** The id of a note from elsewhere in its deck: from its title, and from its guid, so that it is the same every time. */
export function noteSlug(title: string, guid: string): string {
	const bytes = createHash('sha256').update(guid).digest();
	const letters = Array.from({ length: 8 }, (_, index) => {
		const bit = index * 5;
		const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
		return BASE32[(pair >> (11 - (bit & 7))) & 31] ?? 'a';
	});
	return `${kebabSlug(title, 40, 'note')}-${letters.join('')}`;
}
