// https://www.w3.org/TR/SVG2/eltindex.html, without scripts, links, foreign content, embedded files and animation.
const ELEMENTS = new Set(
	`svg g defs symbol use title desc metadata style switch path rect circle ellipse line polyline polygon text tspan textPath
	marker linearGradient radialGradient stop pattern clipPath mask filter feBlend feColorMatrix feComponentTransfer feComposite
	feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset`.split(
		/\s+/,
	),
);

/** What makes an SVG unfit to be carried by a deck, as a phrase; null for a picture that is only a picture. */
export function svgProblem(bytes: Uint8Array): string | null {
	let svg: string;
	try {
		svg = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return 'is not UTF-8';
	}
	let elements = 0;
	let style: number | null = null;
	for (let at = svg.indexOf('<'); at >= 0; at = svg.indexOf('<', at)) {
		const rest = svg.slice(at, at + 9);
		if (rest.startsWith('<!--')) {
			at = svg.indexOf('-->', at + 4);
			if (at < 0) return 'has a comment that is never closed';
			continue;
		}
		if (rest.startsWith('<?xml ') && svg.slice(0, at).trim() === '') {
			at += 6;
			continue;
		}
		if (rest.startsWith('<!') || rest.startsWith('<?')) return `holds ${/^<[!?]\[?\w*/.exec(rest)?.[0]}`;
		const tag = /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>/y;
		tag.lastIndex = at;
		const match = tag.exec(svg);
		if (!match) return `is not well formed near "${svg.slice(at, at + 20).split('\n', 1)[0]}"`;
		const [whole, closing, name = '', attributes = ''] = match;
		if (!ELEMENTS.has(name)) return `holds <${name}>`;
		if (elements++ === 0 && name !== 'svg') return 'does not start with <svg>';
		const problem = attributeProblem(attributes);
		if (problem) return problem;
		if (style !== null) {
			const css = cssProblem(svg.slice(style, at));
			if (css || !closing || name !== 'style') return css ?? 'holds an element inside <style>';
			style = null;
		} else if (name === 'style' && !whole.endsWith('/>')) {
			style = at + whole.length;
		}
		at += whole.length;
	}
	return elements === 0 ? 'holds no <svg>' : style !== null ? 'has a <style> that is never closed' : null;
}

function attributeProblem(attributes: string): string | null {
	for (const [, name = '', quoted = ''] of attributes.matchAll(/([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
		const value = quoted.slice(1, -1);
		const local = name.split(':').at(-1)?.toLowerCase() ?? '';
		if (local.startsWith('on')) return `has the event handler ${name}`;
		if (local === 'base' || local === 'src') return `has the attribute ${name}`;
		if (local === 'href' && !value.trim().startsWith('#')) return `refers to "${value.slice(0, 40)}"`;
		const css = name.startsWith('xmlns') ? null : cssProblem(value);
		if (css) return css;
	}
	return null;
}

// Escapes and character references could spell any of these words, so neither is allowed where CSS is read.
function cssProblem(css: string): string | null {
	if (/@import|@font-face|expression\s*\(|-moz-binding|image-set\s*\(|(?:java|vb)script:/i.test(css))
		return 'holds CSS that loads or runs something';
	if (/url\s*\((?!\s*["']?\s*#)/i.test(css)) return 'refers to a file of its own';
	if (/\\|&#/.test(css)) return 'holds escapes in an attribute or in <style>';
	return null;
}
