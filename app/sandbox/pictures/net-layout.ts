/** A unit of a net: layer `l` (0 is the input), unit `i` from 1. */
export interface UnitPlace {
	l: number;
	i: number;
}

/** How far a pass has come: forward, layers 0 to `l` have their activations; backward, layers L to `l` have their gradients. */
export interface Flow {
	direction: 'forward' | 'backward';
	l: number;
}

/** Where the units of a net stand on screen, in pixels. */
export interface NetLayout {
	radius: number;
	x(l: number): number;
	/** The middle of unit i (from 1) of layer l. */
	y(l: number, i: number): number;
	/** How many units of layer l are drawn; the rest stand for themselves as "+ n". */
	shown(l: number): number;
	/** Units of layer l that are not drawn. */
	hidden(l: number): number;
}

/** Lays out a net of `sizes` (n_0 … n_L) in columns from left to right, at most `mostUnits` a column. */
export function layoutNet(
	sizes: readonly number[],
	{ width, height, top = 0, mostUnits = 16 }: { width: number; height: number; top?: number; mostUnits?: number },
): NetLayout {
	const shown = (l: number) => Math.min(sizes[l] ?? 0, mostUnits);
	const hidden = (l: number) => (sizes[l] ?? 0) - shown(l);
	// A column that is cut short keeps a row for the words that say so.
	const rows = (l: number) => shown(l) + (hidden(l) > 0 ? 1 : 0);
	const most = Math.max(...sizes.map((_, l) => rows(l)));
	const gap = Math.min(64, (height - 8) / most);
	const radius = Math.max(4, Math.min(22, gap * 0.4, width / sizes.length / 3.2));
	const step = sizes.length > 1 ? (width - 2 * radius - 4) / (sizes.length - 1) : 0;
	const middle = top + height / 2;
	return {
		radius,
		x: (l) => radius + 2 + l * step,
		y: (l, i) => middle + (i - 1 - (rows(l) - 1) / 2) * gap,
		shown,
		hidden,
	};
}

/** The unit an arrow key leads to from `from`; null when the key is none or there is nothing that way. `firstLayer` is the least that can be chosen. */
export function unitByKey(
	key: string,
	from: UnitPlace,
	layout: NetLayout,
	layers: number,
	firstLayer: number,
): UnitPlace | null {
	const { l, i } = from;
	if (key === 'ArrowDown') return i < layout.shown(l) ? { l, i: i + 1 } : null;
	if (key === 'ArrowUp') return i > 1 ? { l, i: i - 1 } : null;
	const to = key === 'ArrowRight' ? l + 1 : key === 'ArrowLeft' ? l - 1 : -1;
	if (to < firstLayer || to > layers) return null;
	// The nearest unit of the next column.
	const near = Array.from({ length: layout.shown(to) }, (_, k) => k + 1).sort(
		(a, b) => Math.abs(layout.y(to, a) - layout.y(l, i)) - Math.abs(layout.y(to, b) - layout.y(l, i)),
	)[0];
	return near === undefined ? null : { l: to, i: near };
}
