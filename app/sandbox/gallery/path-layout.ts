/** A concept and those it rests on. */
export interface PathNode {
	id: string;
	restsOn: readonly string[];
}

/** Where a concept stands: its row from 0 at the top, and the middle of its box in [0, 1] across. */
export interface PathPlace {
	id: string;
	row: number;
	across: number;
}

/** The path of concepts, ready to be drawn. */
export interface ConceptPath {
	places: PathPlace[];
	/** From what is rested on to what rests on it; a step that others lead to anyway is left out. */
	steps: { from: string; to: string }[];
	rows: number;
}

/**
 * Lays concepts out from top to bottom, each below all it rests on, in at most `columns` columns. Throws RangeError when a
 * concept rests on one that is not there or comes later.
 */
export function layOutPath(nodes: readonly PathNode[], columns: number): ConceptPath {
	const above = new Map<string, Set<string>>();
	for (const { id, restsOn } of nodes) {
		const all = new Set<string>();
		for (const under of restsOn) {
			const further = above.get(under);
			if (!further) throw new RangeError(`${id} rests on ${under}, which does not come before it`);
			all.add(under);
			for (const one of further) all.add(one);
		}
		above.set(id, all);
	}
	const steps = nodes.flatMap(({ id, restsOn }) =>
		restsOn
			.filter((under) => !restsOn.some((other) => other !== under && above.get(other)?.has(under)))
			.map((from) => ({ from, to: id })),
	);
	const into = (id: string) => steps.filter((step) => step.to === id).map((step) => step.from);
	const outOf = (id: string) => steps.filter((step) => step.from === id).map((step) => step.to);

	const row = new Map<string, number>();
	for (const { id } of nodes) row.set(id, 1 + Math.max(-1, ...into(id).map((from) => row.get(from) ?? 0)));
	// What leads on stands just above where it leads, so that arrows are short.
	for (const { id } of [...nodes].reverse()) {
		const next = outOf(id).map((to) => row.get(to) ?? 0);
		if (next.length > 0) row.set(id, Math.min(...next) - 1);
	}
	const rows = 1 + Math.max(...row.values());

	const across = new Map(nodes.map(({ id }) => [id, 0.5]));
	const gap = 1 / columns;
	for (let sweep = 0; sweep < 24; sweep++) {
		const down = sweep % 2 === 0;
		for (let k = 0; k < rows; k++) {
			const here = nodes.filter(({ id }) => row.get(id) === (down ? k : rows - 1 - k)).map(({ id }) => id);
			const wanted = here.map((id) => {
				const near = [...(down || outOf(id).length === 0 ? into(id) : outOf(id))];
				const places = near.map((other) => across.get(other) ?? 0.5);
				return places.length === 0 ? (across.get(id) ?? 0.5) : places.reduce((sum, x) => sum + x, 0) / places.length;
			});
			placeApart(wanted, gap, gap / 2, 1 - gap / 2).forEach((x, index) => {
				across.set(here[index] ?? '', x);
			});
		}
	}
	return {
		places: nodes.map(({ id }) => ({ id, row: row.get(id) ?? 0, across: across.get(id) ?? 0.5 })),
		steps,
		rows,
	};
}

/**
 * The places nearest to `wanted` (least squares) that keep their order and at least `gap` between neighbours, then moved
 * into [least, most] as far as they must be.
 */
export function placeApart(wanted: readonly number[], gap: number, least: number, most: number): number[] {
	const order = wanted.map((_, k) => k).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
	// Pool adjacent violators: each block shares one offset.
	const blocks: { sum: number; count: number }[] = [];
	order.forEach((k, rank) => {
		blocks.push({ sum: (wanted[k] ?? 0) - rank * gap, count: 1 });
		for (;;) {
			const [last, before] = [blocks.at(-1), blocks.at(-2)];
			if (!last || !before || before.sum / before.count <= last.sum / last.count) break;
			blocks.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
		}
	});
	const placed = blocks
		.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count))
		.map((offset, rank) => offset + rank * gap);
	const fromLeft = placed.map((x, rank) => Math.max(x, least + rank * gap));
	const last = fromLeft.length - 1;
	const inside = fromLeft.map((x, rank) => Math.min(x, most - (last - rank) * gap));
	const result = [...wanted];
	order.forEach((k, rank) => {
		result[k] = inside[rank] ?? 0;
	});
	return result;
}
