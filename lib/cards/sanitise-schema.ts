import type { Schema } from 'hast-util-sanitize';

/** All that the grammar can produce before mathematics is drawn; anything else is taken out of a card's HTML. */
export const sanitiseSchema: Schema = {
	strip: ['script', 'style'],
	clobber: [],
	ancestors: {},
	tagNames: [
		...['h2', 'h3', 'h4', 'h5', 'h6', 'p', 'blockquote', 'ul', 'ol', 'li', 'pre', 'hr', 'section'],
		...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
		...['a', 'em', 'strong', 'del', 'code', 'br', 'img', 'span', 'mark'],
	],
	attributes: {
		a: ['href', 'title', ['rel', 'noreferrer'], ['target', '_blank']],
		code: [['className', 'math-inline', 'math-display', /^language-[\w+#.-]+$/]],
		img: ['src', 'alt', 'title', 'width', 'height', ['loading', 'lazy']],
		mark: [['className', 'cloze-answer']],
		ol: ['start'],
		section: ['dataStep'],
		span: [['className', 'cloze-blank']],
		td: [['align', 'left', 'center', 'right']],
		th: [['align', 'left', 'center', 'right']],
	},
	// The empty word is no protocol: pictures have relative addresses only.
	protocols: { href: ['http', 'https'], src: [''] },
};
