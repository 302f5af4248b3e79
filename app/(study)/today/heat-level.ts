/** How dark a day of the year is drawn: 0 for no answers, 1 to 4 by its share of the busiest day. */
export function heatLevel(answers: number, most: number): 0 | 1 | 2 | 3 | 4 {
	if (answers <= 0) return 0;
	const share = answers / Math.max(1, most);
	if (share <= 0.25) return 1;
	if (share <= 0.5) return 2;
	return share <= 0.75 ? 3 : 4;
}
