/** True for names of decks, notes and demos: `a-z`, `0-9` and single hyphens between them. */
export function isKebabCase(name: string): boolean {
	return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name);
}
