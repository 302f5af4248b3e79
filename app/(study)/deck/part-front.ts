/** A card's front, parted into the words of the heading that opens it and what follows. */
export interface Front {
	/** The heading's own HTML, with its mathematics; null when the front opens otherwise. */
	headingHtml: string | null;
	/** Empty when the heading is all there is. */
	restHtml: string;
}

/** Parts a front after its opening level-2 heading. */
export function partFront(frontHtml: string): Front {
	const [, headingHtml, restHtml] = /^\s*<h2[^>]*>(.*?)<\/h2>\s*(.*)$/s.exec(frontHtml) ?? [];
	return headingHtml === undefined
		? { headingHtml: null, restHtml: frontHtml }
		: { headingHtml, restHtml: restHtml ?? '' };
}
