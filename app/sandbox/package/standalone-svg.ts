import type { ColourTokens } from './colour-tokens';

/**
 * A drawing of a page as a file of its own: the rules of its classes with it, its colours fixed to those of light paper, on which it
 * stands whatever is around. `css` is flat but for media rules, which are left out.
 */
export function standaloneSvg(svg: string, css: string, { light }: ColourTokens): string {
	const [, width = '200', height = '112'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
	const used = new Set([...svg.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/)));
	const rules = [
		...css.replace(/@[^{]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|\/\*.*?\*\//gs, '').matchAll(/([^{}]+)\{([^{}]*)\}/g),
	]
		.filter(([, selector = '']) => {
			const classes = [...selector.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);
			return classes.length > 0 && classes.every((name) => used.has(name));
		})
		.map(([, selector = '', body = '']) => `${selector.trim()}{${body.replace(/\s+/g, ' ').trim()}}`);
	const paper = fixed('var(--paper)', light);
	const body = svg.replace(/^<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '');
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" fill="${fixed('var(--ink)', light)}" style="font:13px/1 system-ui,sans-serif">` +
		`<style>${fixed(rules.join(''), light)}</style>` +
		`<rect width="${width}" height="${height}" fill="${paper}"/><g fill="#000">${fixed(body, light)}</g></svg>`
	);
}

/** Every variable that has a value replaced by it. */
function fixed(text: string, tokens: ReadonlyMap<string, string>, depth = 0): string {
	const next = text.replace(/var\((--[\w-]+)\)/g, (whole, name: string) => tokens.get(name) ?? whole);
	return next === text || depth > 5 ? next : fixed(next, tokens, depth + 1);
}
