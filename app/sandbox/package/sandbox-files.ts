import { createHash } from 'node:crypto';
import { isDemoId } from '@/lib/demos/demo-id';
import type { SandboxFallback, SandboxFile, SandboxFiles } from '@/lib/exchange/apkg/sandbox-files';
import { bundleSandbox, loadDemoStills, packageTokens } from './bundle';
import { lowerColours } from './colour-tokens';
import { standaloneSvg } from './standalone-svg';

/**
 * The demos as they travel in a package, bundled from the source at `root` (the folder of package.json) when they are needed: some
 * seconds. A still is worked out by running the demo to its end, once for each setting.
 */
export async function sandboxFiles(root: string = process.cwd()): Promise<SandboxFiles> {
	const stills = await loadDemoStills({ root });
	const { script, style, version } = await bundleSandbox({ root }, stills.texts);
	const tokens = packageTokens({ root });
	const css = lowerColours(stills.css, tokens);
	const known = new Map<string, SandboxFallback>();
	return {
		script: file(`_chainrule-${version}.js`, script),
		style: file(`_chainrule-${version}.css`, style),
		fallback({ demoId, query }) {
			if (!isDemoId(demoId)) return null;
			const key = `${demoId}?${query}`;
			const before = known.get(key);
			if (before) return before;
			const { svg, alt, words, table } = stills.still({ demoId, query });
			const picture = standaloneSvg(svg, css, tokens);
			const hash = createHash('sha256').update(picture).digest('hex').slice(0, 8);
			const made = { picture: { ...file(`_chainrule-${demoId}-${hash}.svg`, picture), alt }, words, table };
			known.set(key, made);
			return made;
		},
	};
}

function file(name: string, text: string): SandboxFile {
	return { name, bytes: new TextEncoder().encode(text) };
}
