/** What stands in the heading that opens a card's front, with its mathematics; null when the front opens otherwise. */
export function headingHtml(frontHtml: string): string | null {
	return /^\s*<h2[^>]*>(.*?)<\/h2>/s.exec(frontHtml)?.[1] ?? null;
}
