/** Both lists in one, each in its own order, with the shorter spread evenly among the longer. */
export function intersperse<T>(first: readonly T[], second: readonly T[]): T[] {
	const merged: T[] = [];
	let [a, b] = [0, 0];
	while (a < first.length || b < second.length) {
		// The list that is less far through comes next; counting each as one longer keeps the ends free of clusters.
		const firstNext = (a + 1) * (second.length + 1) <= (b + 1) * (first.length + 1);
		const item = (b >= second.length || firstNext) && a < first.length ? first[a++] : second[b++];
		if (item !== undefined) merged.push(item);
	}
	return merged;
}
