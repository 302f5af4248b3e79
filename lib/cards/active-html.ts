import type { Element, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

const parser = unified().use(rehypeParse, { fragment: true });

/** Elements that run, load, ask for input or restyle the page; no card of ours has one. */
const ACTIVE = new Set(
	(
		'script style link meta base title template noscript iframe frame frameset object embed applet portal form input button select textarea ' +
		'audio video source track canvas dialog slot foreignobject animate animatemotion animatetransform set use image feimage'
	).split(' '),
);
/** Attributes that name an address, and what they may hold. */
const ADDRESSES: Readonly<Record<string, RegExp>> = {
	href: /^(?:https?:\/\/|mailto:|#)/i,
	src: /^\/api\/media\//,
};
const NEVER = /^(?:on.*|srcdoc|srcset|action|formaction|ping|background|poster|data|xlinkhref|manifest|http-equiv)$/i;
/** Plain elements without attributes: nothing to look into. */
const PLAIN = /^(?:[^<]|<\/?(?:p|h[1-6]|em|strong|code|pre|ul|ol|li|br|hr|b|i|sub|sup|table|thead|tbody|tr|td|th)>)*$/;

/**
 * What in the HTML of a card could run, reach the network or leave its place, in a few words; null when there is nothing.
 * For HTML that was sanitised once and may have been tampered with since.
 */
export function activeHtml(html: string): string | null {
	if (PLAIN.test(html)) return null;
	let found: string | null = null;
	visit(parser.parse(html) as Root, 'element', (element) => {
		found ??= activeElement(element);
	});
	return found;
}

function activeElement({ tagName, properties }: Element): string | null {
	if (ACTIVE.has(tagName.toLowerCase())) return `<${tagName}>`;
	for (const [name, value] of Object.entries(properties)) {
		const text = Array.isArray(value) ? value.join(' ') : String(value);
		const allowed = ADDRESSES[name.toLowerCase()];
		const unsafe = allowed
			? !allowed.test(text)
			: NEVER.test(name) || (name === 'style' && /url\(|expression|@import|\\/i.test(text));
		if (unsafe) return `<${tagName} ${name.toLowerCase()}="${text.slice(0, 40)}">`;
	}
	return null;
}
