import { renderToStaticMarkup } from 'react-dom/server.edge';
import type { DemoHost } from '@/app/sandbox/demo-host';
import { renderEquation } from '@/app/sandbox/render-equation';
import type { RunState } from '@/app/sandbox/run-state';
import { Thumbnail } from '@/app/sandbox/thumbnails/thumbnail';
import { builtDemos } from '@/lib/demos/built-demos';
import type { DemoModel, NumberTable, Params } from '@/lib/demos/demo';
import { DEMO_IDS, type DemoId } from '@/lib/demos/demo-id';
import { parseQuery } from '@/lib/demos/parse-query';
import { demoEntry } from '@/lib/demos/registry';
import type { DemoText, DemoTexts } from './demo-texts';
import type { MountConfig } from './mount-config';
import { PackagedDemo } from './packaged-demo';

/** The end of a demo's run, without a page: for readers that run no scripts. */
export interface DemoStill {
	/** An `<svg>` whose classes are those of the sandbox's style sheet. */
	svg: string;
	/** What the picture shows, in a sentence. */
	alt: string;
	/** What was measured, and why. */
	words: string;
	table: NumberTable;
}

/** All that a package says of the demos beside their code. */
export interface DemoStills {
	texts: DemoTexts;
	still(config: MountConfig): DemoStill;
}

/** Loads every demo; the stills are drawn one by one, as they are asked for. */
export async function openDemoStills(): Promise<DemoStills> {
	const texts = {} as Record<DemoId, DemoText>;
	const models = {} as Record<DemoId, DemoModel<Params, unknown, unknown>>;
	const specs = {} as Record<DemoId, Awaited<ReturnType<(typeof builtDemos)[DemoId]['spec']>>>;
	for (const id of DEMO_IDS) {
		const spec = await builtDemos[id].spec();
		specs[id] = spec;
		models[id] = await builtDemos[id].model();
		const { lines, symbols } = renderEquation(spec.equation, 'mathml');
		texts[id] = {
			title: demoEntry(id)?.title ?? id,
			shows: spec.shows,
			equation: { lines: lines.map(bare), symbols: symbols.map((symbol) => ({ ...symbol, html: bare(symbol.html) })) },
		};
	}
	return {
		texts,
		still(config) {
			const { demoId } = config;
			const [spec, model] = [specs[demoId], models[demoId]];
			const { params } = parseQuery(spec.fields, config.query);
			const startsAs = endOf(model, params, spec.playback.kind === 'steps');
			const { frames, result } = startsAs;
			const host: DemoHost = {
				openRun: () => {
					throw new TypeError('a still does not run');
				},
				keep: null,
				showQuery: null,
				Share: null,
				colours: { element: () => document.body, watch: () => () => {} },
				startsAs,
			};
			const html = renderToStaticMarkup(<PackagedDemo config={config} text={texts[demoId]} host={host} />);
			const picture = pictureIn(html) ?? thumbnail(demoId);
			const measured = spec.prediction.measured(result.outcome as never, params as never);
			return {
				svg: picture.svg,
				alt: picture.alt ?? `${texts[demoId].title}: ${texts[demoId].shows}`,
				words: `${measured}. ${result.why}`,
				table: model.table(params, frames.at(-1)),
			};
		},
	};
}

/** MathML as it is written by hand: without the TeX that made it. */
function bare(html: string): string {
	return html
		.replace(/<annotation[^>]*>[\s\S]*?<\/annotation>/g, '')
		.replace(/<\/?semantics>/g, '')
		.replace(/ xmlns="[^"]*"/g, '');
}

function endOf(model: DemoModel<Params, unknown, unknown>, params: Params, walks: boolean) {
	const run = model.run(params);
	let frames: unknown[] = [];
	for (let step = run.next(); ; step = run.next()) {
		if (step.done) {
			return {
				act: 'run',
				status: 'done',
				frames,
				shown: frames.length - 1,
				result: step.value,
				trained: null,
				failure: null,
			} satisfies RunState<unknown, unknown>;
		}
		frames = walks ? [...frames, step.value] : [step.value];
	}
}

/** The one drawing of a demo's stage; null where it paints, or lays several things out, which no picture file can hold. */
function pictureIn(html: string): { svg: string; alt: string | null } | null {
	const stage = /<section[^>]* aria-label="Picture">([\s\S]*?)<\/section>/.exec(html)?.[1] ?? '';
	const drawings = [...stage.matchAll(/<svg[^>]* role="img"[\s\S]*?<\/svg>/g)].map(([svg]) => svg);
	const [svg] = drawings;
	if (svg === undefined || drawings.length > 1 || stage.includes('<canvas')) return null;
	const label = /^<svg[^>]* aria-label="([^"]*)"/.exec(svg)?.[1];
	return { svg, alt: label === undefined ? null : plain(label) };
}

function thumbnail(id: DemoId): { svg: string; alt: null } {
	const html = renderToStaticMarkup(<Thumbnail id={id} />);
	return { svg: /<svg[\s\S]*<\/svg>/.exec(html)?.[0] ?? '', alt: null };
}

/** What React wrote as entities. */
function plain(attribute: string): string {
	return attribute
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&#x27;', "'")
		.replaceAll('&amp;', '&');
}
