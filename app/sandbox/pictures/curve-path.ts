/** A point of a curve on screen, in pixels. */
export type Pixel = readonly [x: number, y: number];

/**
 * The svg path through `points` (in rising x): a point that is not finite breaks the line, and where many fall on one pixel
 * column only its first, least, greatest and last are kept, which looks the same and is quick to draw.
 */
export function curvePath(points: readonly Pixel[]): string {
	let path = '';
	let drawing = false;
	for (let start = 0; start < points.length; ) {
		const column = Math.round(points[start]?.[0] ?? 0);
		let end = start;
		while (end < points.length && Math.round(points[end]?.[0] ?? 0) === column) end++;
		// A column of NaN is never equal to itself.
		end = Math.max(end, start + 1);
		for (const [x, y] of extremes(points.slice(start, end))) {
			if (!Number.isFinite(x) || !Number.isFinite(y)) {
				drawing = false;
				continue;
			}
			path += `${drawing ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`;
			drawing = true;
		}
		start = end;
	}
	return path;
}

function extremes(points: readonly Pixel[]): readonly Pixel[] {
	if (points.length <= 4 || points.some(([, y]) => !Number.isFinite(y))) return points;
	let [least, greatest] = [0, 0];
	points.forEach(([, y], k) => {
		if (y < (points[least]?.[1] ?? 0)) least = k;
		if (y > (points[greatest]?.[1] ?? 0)) greatest = k;
	});
	const kept = [0, least, greatest, points.length - 1];
	return points.filter((_, k) => kept.includes(k));
}

/** Moves labels (their middles, in pixels) apart until each has `gap` to the next, as near to their places as that allows, within [top, bottom]. */
export function spreadLabels(middles: readonly number[], gap: number, top: number, bottom: number): number[] {
	const order = middles.map((_, k) => k).sort((a, b) => (middles[a] ?? 0) - (middles[b] ?? 0));
	const placed = [...middles];
	let least = top;
	for (const k of order) {
		placed[k] = Math.max(least, Math.min(bottom, placed[k] ?? top));
		least = placed[k] + gap;
	}
	let most = bottom;
	for (const k of order.reverse()) {
		placed[k] = Math.min(most, placed[k] ?? bottom);
		most = placed[k] - gap;
	}
	return placed;
}
