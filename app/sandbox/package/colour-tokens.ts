/** Red, green and blue, each 0 to 255, and how much they cover, 0 to 1. */
type Rgba = readonly [number, number, number, number];

/** The custom properties of a style sheet, light and dark; where they do not differ, only in `light`. */
export interface ColourTokens {
	light: Map<string, string>;
	dark: Map<string, string>;
}

/** Reads the custom properties of the first `:root` of a style sheet; `light-dark()` gives both values. Throws a RangeError without one. */
export function readColourTokens(css: string): ColourTokens {
	const root = /:root\s*\{([^}]*)\}/.exec(css)?.[1];
	if (root === undefined) throw new RangeError('the style sheet has no :root to read colours from');
	const tokens: ColourTokens = { light: new Map(), dark: new Map() };
	for (const [, name = '', value = ''] of root.replace(/\/\*.*?\*\//gs, '').matchAll(/(--[\w-]+):\s*([^;]+);/g)) {
		const pair = /^light-dark\(\s*([^,()]+?)\s*,\s*([^,()]+?)\s*\)$/.exec(value);
		tokens.light.set(name, pair?.[1] ?? value);
		if (pair?.[2] !== undefined) tokens.dark.set(name, pair[2]);
	}
	return tokens;
}

/**
 * Takes `light-dark()` and `color-mix()` out of a style sheet, which older browsers do not know: each becomes a token of its own, worked
 * out for light and for dark and added to `tokens`. A share that is itself a variable becomes how much the colour covers.
 */
export function lowerColours(css: string, tokens: ColourTokens): string {
	let next = 1;
	const add = (light: string, dark: string) => {
		const name = `--mixed-${next++}`;
		tokens.light.set(name, light);
		tokens.dark.set(name, dark);
		return `var(${name})`;
	};
	const lowered = css
		.replace(/light-dark\(\s*([^,()]+?)\s*,\s*([^,()]+?)\s*\)/g, (_, light: string, dark: string) => add(light, dark))
		.replace(
			/color-mix\(in srgb,\s*var\((--[\w-]+)\)\s+(var\(--[\w-]+\)|[\d.]+%),\s*(?:var\((--[\w-]+)\)|transparent)\)/g,
			(_, first: string, share: string, second?: string) => {
				if (share.startsWith('var')) {
					for (const mode of ['light', 'dark'] as const)
						tokens[mode].set(`${first}-rgb`, colourOf(tokens, first, mode).slice(0, 3).join(', '));
					return `rgba(var(${first}-rgb), ${share})`;
				}
				const mixed = (mode: 'light' | 'dark') => {
					const end: Rgba | null = second === undefined ? null : colourOf(tokens, second, mode);
					return write(mix(colourOf(tokens, first, mode), end, Number.parseFloat(share) / 100));
				};
				return add(mixed('light'), mixed('dark'));
			},
		);
	const left = /(?:light-dark|color-mix)\([^;}]*/.exec(lowered);
	if (left)
		throw new RangeError(
			`cannot lower the colour “${left[0]}”: write color-mix(in srgb, var(--a) 20%, var(--b) or transparent)`,
		);
	return lowered;
}

function colourOf(tokens: ColourTokens, name: string, mode: 'light' | 'dark', depth = 0): Rgba {
	const value = (mode === 'dark' ? tokens.dark.get(name) : undefined) ?? tokens.light.get(name) ?? '';
	const other = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
	if (other !== undefined && depth < 9) return colourOf(tokens, other, mode, depth + 1);
	const hex = /^#([0-9a-f]{6})$/i.exec(value)?.[1];
	if (hex === undefined) throw new RangeError(`${name} is “${value}”, not a colour of the form #rrggbb`);
	const number = Number.parseInt(hex, 16);
	return [number >> 16, (number >> 8) & 255, number & 255, 1];
}

/** The second colour null: transparent. */
function mix(first: Rgba, second: Rgba | null, share: number): Rgba {
	if (!second) return [first[0], first[1], first[2], share];
	const part = (k: 0 | 1 | 2) => Math.round(first[k] * share + second[k] * (1 - share));
	return [part(0), part(1), part(2), 1];
}

function write([r, g, b, alpha]: Rgba): string {
	return alpha === 1 ? `rgb(${r}, ${g}, ${b})` : `rgba(${r}, ${g}, ${b}, ${alpha})`;
}
