/** The civil date of study-day index `day` (days since 1970-01-01), as `2026-11-22`. */
export function civilDate(day: number): string {
	return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
