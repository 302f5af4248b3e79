import type { ColourTokens } from './colour-tokens';

// twice, so that it outweighs what a note type says of buttons and tables
const SCOPE = '.chainrule-sandbox.chainrule-sandbox';
const NIGHT = ['.nightMode', '.night_mode', '.night-mode'];

/** A style sheet (to be lowered: it nests) that reaches nothing but what is mounted, with its colours by day and by night. */
export function scopeCss(css: string, { light, dark }: ColourTokens): string {
	const write = (tokens: ReadonlyMap<string, string>) =>
		[...tokens].map(([name, value]) => `${name}:${value};`).join('');
	return [
		`${SCOPE}{color-scheme:light;${write(light)}}`,
		`${NIGHT.map((night) => `${night} ${SCOPE}`).join()}{color-scheme:dark;${write(dark)}}`,
		`${SCOPE}{${css}}`,
	].join('\n');
}
