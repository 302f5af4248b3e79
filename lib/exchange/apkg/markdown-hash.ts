import { createHash } from 'node:crypto';

/** SHA-256, in hexadecimal, of a note's Markdown without the id in its heading: an import may have to give the note another. */
export function markdownHash(markdown: string): string {
	const end = markdown.indexOf('\n');
	const heading = end < 0 ? markdown : markdown.slice(0, end);
	const rest = end < 0 ? '' : markdown.slice(end);
	return createHash('sha256')
		.update(heading.replace(/\s*\{#[^{}]*\}\s*$/, '') + rest)
		.digest('hex');
}
