import { isTagName } from '@/lib/cards/tag-name';

/** Tags as our grammar takes them: `a::b` becomes `a-b`, and what is no word of letters and digits is left out. */
export function incomingTags(tags: readonly string[]): string[] {
	const words = tags.slice(0, 1000).map((tag) => {
		if (isTagName(tag)) return tag;
		return tag
			.normalize('NFC')
			.replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
			.replace(/^[^\p{L}\p{N}]+|-+$/gu, '');
	});
	return [...new Set(words.filter(isTagName))];
}
