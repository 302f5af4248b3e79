import type { ColourTokens } from './colour-tokens';

/** Room around the drawing, for words that stand out of it a little. */
const MARGIN = 12;

/**
 * A drawing of a page as a file of its own: the rules of its classes with it, its colours fixed to those of light paper, on which it
 * stands whatever is around. `css` is flat but for media rules, which are left out.
 */
export function standaloneSvg(svg: string, css: string, { light }: ColourTokens): string {
	const [, across = '200', down = '112'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
	const [width, height] = [Number(across) + 2 * MARGIN, Number(down) + 2 * MARGIN];
	const place = `x="${-MARGIN}" y="${-MARGIN}" width="${width}" height="${height}"`;
	const used = new Set([...svg.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/)));
	const body = svg.replace(/^<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '');
	return fixed(
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}" width="${width}" height="${height}" style="font:13px/1 system-ui,sans-serif">` +
			`<style>${rulesFor(used, css)}</style><rect ${place} fill="var(--paper)"/>${body}</svg>`,
		light,
	);
}

/** The rules that speak of nothing but the classes in use. */
function rulesFor(used: ReadonlySet<string>, css: string): string {
	const flat = css.replace(/@[^{]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|\/\*.*?\*\//gs, '');
	return [...flat.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
		.map(([, list = '', body = '']) => {
			const selectors = list.split(',').filter((selector) => {
				const classes = [...selector.matchAll(/\.([\w-]+)/g)].map(([, name = '']) => name);
				return classes.length > 0 && classes.every((name) => used.has(name));
			});
			return selectors.length > 0
				? `${selectors.map((each) => each.trim()).join()}{${body.replace(/\s+/g, ' ').trim()}}`
				: '';
		})
		.join('');
}

/** Every variable that has a value replaced by it. */
function fixed(text: string, tokens: ReadonlyMap<string, string>, depth = 0): string {
	const next = text.replace(/var\((--[\w-]+)\)/g, (whole, name: string) => tokens.get(name) ?? whole);
	return next === text || depth > 5 ? next : fixed(next, tokens, depth + 1);
}
