/** The commands in a piece of TeX that reach out of the formula (links, pictures, HTML), with where each starts. */
export function forbiddenTex(tex: string): { command: string; start: number }[] {
	const matches = tex.matchAll(/\\(?:href|url|includegraphics|html[A-Za-z]*)(?![A-Za-z])/g);
	return [...matches].map((match) => ({ command: match[0], start: match.index }));
}
