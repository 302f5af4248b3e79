import type { Schema } from 'hast-util-sanitize';
import { sanitiseSchema } from './sanitise-schema';

const FORMATTING = ['b', 'i', 'u', 's', 'q', 'sub', 'sup', 'small', 'big', 'kbd', 'samp', 'var', 'tt', 'ins', 'cite'];
const BLOCKS = ['h1', 'div', 'center', 'dl', 'dt', 'dd', 'figure', 'figcaption', 'details', 'summary'];
const TABLES = ['caption', 'tfoot', 'colgroup', 'col'];
const RUBY = ['ruby', 'rb', 'rt', 'rp', 'abbr', 'dfn', 'wbr', 'bdi', 'bdo', 'strike'];

// Declarations that change how words look and nothing else: no colours (pages are light or dark), no sizes, no places.
const DECLARATION =
	/^(?:font-weight:(?:bold|bolder|normal|[1-9]00)|font-style:(?:italic|oblique|normal)|font-variant:small-caps|text-decoration(?:-line)?:(?:underline|line-through|overline|none)|text-align:(?:left|right|center|justify|start|end)|vertical-align:(?:sub|super|baseline|top|middle|bottom)|white-space:(?:pre|pre-wrap|pre-line|nowrap)|direction:(?:rtl|ltr))$/;

/** What HTML written by hand or by another program may hold: all that Markdown can make, and what only says how words look. */
export const htmlSchema: Schema = {
	...sanitiseSchema,
	// Taken out with all that is in them; of everything else unknown the text stays.
	strip: [
		...['script', 'style', 'title', 'template', 'noscript', 'noembed', 'noframes', 'iframe', 'object', 'svg', 'math'],
		...['textarea', 'select', 'xmp', 'plaintext', 'audio', 'video', 'canvas', 'frameset'],
	],
	tagNames: [...(sanitiseSchema.tagNames ?? []), ...FORMATTING, ...BLOCKS, ...TABLES, ...RUBY],
	attributes: {
		...sanitiseSchema.attributes,
		'*': [['dir', 'ltr', 'rtl', 'auto'], 'lang', 'title', ['align', 'left', 'center', 'right'], 'style'],
		col: [['span', /^[1-9]\d?$/]],
		details: ['open'],
		td: [
			['colSpan', /^[1-9]\d?$/],
			['rowSpan', /^[1-9]\d?$/],
		],
		th: [
			['colSpan', /^[1-9]\d?$/],
			['rowSpan', /^[1-9]\d?$/],
		],
	},
};

/** The declarations of a style attribute that are let through; empty when none is. */
export function safeStyle(style: string): string {
	return style
		.split(';')
		.map((declaration) =>
			declaration
				.replace(/\s*:\s*/, ':')
				.trim()
				.toLowerCase(),
		)
		.filter((declaration) => DECLARATION.test(declaration))
		.join(';');
}
