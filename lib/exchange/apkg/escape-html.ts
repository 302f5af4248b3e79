/**
 * Words as HTML that real readers leave alone: `&`, `<` and `>` as entities, and nothing in it that they would take for a field, a sound or
 * a formula (`{{x}}`, `[sound:x]`, `[$]`, `\(`).
 */
export function escapeHtml(words: string): string {
	return words
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('\u00a0', '&nbsp;')
		.replaceAll('{{', '{&#123;')
		.replaceAll('}}', '}&#125;')
		.replace(/\[(?=\/?(?:sound:|anki:|latex\]|\${1,2}\]))/gi, '&#91;')
		.replace(/\\(?=[()[\]])/g, '\\<wbr>')
		.replaceAll('\u001f', ' ');
}
