/** Into how many parts an answer is stepped: its `<section data-step>`s; 0 for an answer in one piece. */
export function stepCount(backHtml: string): number {
	return backHtml.match(/<section[^>]*\sdata-step/g)?.length ?? 0;
}
