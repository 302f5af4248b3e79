import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build, transform } from 'esbuild';
import { type ColourTokens, lowerColours, readColourTokens } from './colour-tokens';
import type { DemoStills } from './demo-stills';
import type { DemoTexts } from './demo-texts';
import { scopeCss } from './scope-css';

const TARGET = ['chrome69', 'safari14'];
// Safari 14 is said to lack it for a corner of the standard that none of this code stands in.
const SUPPORTED = { destructuring: true };
const GLOBAL = 'chainruleSandbox';
const FOLDER = 'app/sandbox/package';

/** What is bundled from where: the folder of package.json. */
export interface Project {
	root: string;
}

/** The script and the style of the sandbox, and the version that both of their names carry. */
export interface SandboxBundle {
	script: string;
	style: string;
	/** Changes with every change of either. */
	version: string;
}

function options({ root }: Project, entry: string): BuildOptions & { write: false } {
	return {
		absWorkingDir: root,
		entryPoints: [join(root, FOLDER, entry)],
		tsconfigRaw: { compilerOptions: { jsx: 'react-jsx', paths: { '@/*': [`${root}/*`] } } },
		alias: { 'server-only': join(root, 'scripts/empty.ts') },
		bundle: true,
		write: false,
		outdir: join(root, FOLDER),
		platform: 'browser',
		conditions: ['production'],
		define: { 'process.env.NODE_ENV': '"production"' },
		legalComments: 'none',
		logLevel: 'silent',
		charset: 'utf8',
	};
}

function output(files: readonly { path: string; text: string }[], ending: string): string {
	const file = files.find(({ path }) => path.endsWith(ending));
	if (!file) throw new Error(`bundling the demos gave no ${ending}`);
	return file.text;
}

/** The colours and measures of the app, with faces that a reader may have: those of the app do not travel. */
export function packageTokens({ root }: Project): ColourTokens {
	const tokens = readColourTokens(readFileSync(join(root, 'app/globals.css'), 'utf8'));
	tokens.light.set('--face-serif', '"Source Serif 4"').set('--face-sans', '"Inter"');
	return tokens;
}

/** Loads what draws the stills of the demos; it is bundled first, since it is made of pages and their styles. */
export async function loadDemoStills(project: Project): Promise<DemoStills & { css: string }> {
	const { outputFiles } = await build({ ...options(project, 'demo-stills.tsx'), format: 'esm', target: 'node20' });
	const code = Buffer.from(output(outputFiles, '.js')).toString('base64');
	const module = (await import(/* webpackIgnore: true */ `data:text/javascript;base64,${code}`)) as {
		openDemoStills(): Promise<DemoStills>;
	};
	return { ...(await module.openDemoStills()), css: output(outputFiles, '.css') };
}

/** Bundles every demo into one classic script, which runs as often as it is loaded, and one style sheet of its own. */
export async function bundleSandbox(project: Project, texts: DemoTexts): Promise<SandboxBundle> {
	const { outputFiles } = await build({
		...options(project, 'main.ts'),
		format: 'iife',
		target: TARGET,
		supported: SUPPORTED,
		define: {
			'process.env.NODE_ENV': '"production"',
			CHAINRULE_TEXTS: JSON.stringify(texts),
			CHAINRULE_GLOBAL: JSON.stringify(GLOBAL),
		},
	});
	const { code } = await transform(output(outputFiles, '.js'), {
		minify: true,
		target: TARGET,
		supported: SUPPORTED,
		legalComments: 'none',
		charset: 'utf8',
	});
	const read = (file: string) => readFileSync(join(project.root, file), 'utf8');
	const tokens = packageTokens(project);
	const nested = lowerColours(`${output(outputFiles, '.css')}\n${read(`${FOLDER}/package.css`)}`, tokens);
	const style = await transform(`${scopeCss(nested, tokens)}\n${read(`${FOLDER}/card.css`)}`, {
		loader: 'css',
		minifySyntax: true,
		minifyWhitespace: true,
		target: TARGET,
		charset: 'utf8',
	});
	const version = createHash('sha256').update(code).update(style.code).digest('hex').slice(0, 10);
	// two versions may meet on one page: each has its own name there
	const own = JSON.stringify(`${GLOBAL}-${version}`);
	const script = `(function(){if(window[${own}]){window[${own}].scan();return}\n${code.replace(JSON.stringify(GLOBAL), own)}})();\n`;
	return { script, style: style.code, version };
}
