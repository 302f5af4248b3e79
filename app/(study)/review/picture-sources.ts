/** The addresses of the pictures in a card's HTML, so that they can be fetched before the card is shown. */
export function pictureSources(html: string): string[] {
	return [...html.matchAll(/<img[^>]*?\ssrc="([^"]+)"/g)].flatMap((match) => match[1]?.replaceAll('&amp;', '&') ?? []);
}
