/** A colour as red, green, blue, each 0 to 255. */
export type Rgb = readonly [number, number, number];

/** The names of the one table of colours that painted pictures use. */
export const PALETTE_NAMES = [
	'paper',
	'raised',
	'ink',
	'muted',
	'rule',
	'edge',
	'accent',
	'negative',
	'positive',
] as const;

/** The colours of the moment, light or dark. */
export type Palette = Readonly<Record<(typeof PALETTE_NAMES)[number], Rgb>>;

/** Reads a computed colour, `rgb(1, 2, 3)`; what cannot be read is grey. */
export function parseRgb(text: string): Rgb {
	const [r, g, b] = (text.match(/[\d.]+/g) ?? []).map(Number);
	return [r ?? 128, g ?? 128, b ?? 128];
}

/** As CSS writes it. */
export function cssRgb([r, g, b]: Rgb, alpha = 1): string {
	return `rgb(${Math.round(r)} ${Math.round(g)} ${Math.round(b)} / ${alpha})`;
}

/** A sign and its strength in [-1, 1] as a colour: blue, paper, orange. What is not finite is grey. */
export function signColour(value: number, { negative, paper, positive, muted }: Palette): Rgb {
	if (Number.isNaN(value)) return muted;
	const end = value < 0 ? negative : positive;
	const share = Math.min(1, Math.abs(value)) * 0.72;
	return [
		paper[0] + (end[0] - paper[0]) * share,
		paper[1] + (end[1] - paper[1]) * share,
		paper[2] + (end[2] - paper[2]) * share,
	];
}
