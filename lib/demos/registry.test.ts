import { describe, expect, it } from 'vitest';
import { builtDemos } from './built-demos';
import { DEMO_IDS } from './demo-id';
import { defaultParams, type Fields, type ParamsOf } from './field';
import { formatQuery } from './format-query';
import { parseQuery } from './parse-query';
import { checkDemoLink, demoEntry } from './registry';

describe('the registry', () => {
	it('names 22 demos, each once', () => {
		expect(new Set(DEMO_IDS).size).toBe(22);
		expect(new Set(DEMO_IDS)).toEqual(new Set(Object.keys(builtDemos)));
	});

	it('lets every demo rest on earlier ones only', () => {
		for (const [index, id] of DEMO_IDS.entries()) {
			for (const under of demoEntry(id)?.restsOn ?? []) expect(DEMO_IDS.indexOf(under)).toBeLessThan(index);
		}
	});

	it('has no entry for a word of Object.prototype', () => {
		expect(demoEntry('constructor')).toBeNull();
		expect(demoEntry('neurone')).toBeNull();
	});
});

describe('checkDemoLink()', () => {
	it('takes the links of the cards', () => {
		expect(checkDemoLink('neuron', 'x=1,-2&w=0.5,0.5&b=0.25&activation=sigmoid')).toEqual({ ok: true });
		expect(checkDemoLink('backward-equations', 'seed=1&activation=tanh')).toEqual({ ok: true });
		expect(checkDemoLink('vanishing-exploding-gradients', 'depth=10&activation=sigmoid')).toEqual({ ok: true });
		expect(checkDemoLink('neuron', '')).toEqual({ ok: true });
	});

	it('refuses an unknown demo and names the known ones', () => {
		expect(checkDemoLink('neurone', '')).toMatchObject({ ok: false, problem: 'There is no demo "neurone".' });
		expect(checkDemoLink('toString', '')).toMatchObject({ ok: false });
	});

	it('refuses parameters that a demo would not use as given, and names its settings', () => {
		const check = checkDemoLink('vanishing-exploding-gradients', 'depth=900&colour=red');
		expect(check).toMatchObject({ ok: false });
		if (check.ok) return;
		expect(check.problem).toContain('depth=900 is not allowed (whole, 2 to 30)');
		expect(check.problem).toContain('colour is not a setting');
		expect(check.advice).toContain('activation (sigmoid, tanh, relu)');
	});
});

describe.each(DEMO_IDS)('the demo %s', (id) => {
	const demo = builtDemos[id];

	it('is its own card’s, and its equation names the symbols it shows', async () => {
		const spec = await demo.spec();
		expect(spec.id).toBe(id);
		expect(spec.cardId).toBe(`neural-networks/${id}`);
		const known = spec.equation.symbols.map((symbol) => symbol.id);
		const tagged = [...spec.equation.tex.join().matchAll(/htmlData\{sym=(\w+)\}/g)].map((match) => match[1]);
		expect(tagged.length).toBeGreaterThan(3);
		for (const symbol of tagged) expect(known).toContain(symbol);
	});

	it('has presets that its own limits allow, each under its own name', async () => {
		const { fields, presets } = await demo.spec();
		expect(new Set(presets.map((preset) => preset.name)).size).toBe(presets.length);
		for (const preset of presets) {
			const params = { ...defaultParams(fields), ...preset.params } as ParamsOf<Fields>;
			expect(parseQuery(fields, formatQuery(fields, params))).toEqual({ params, problems: [] });
		}
	});

	it('runs every preset to an outcome, twice the same, in frames a worker can send', async () => {
		const { fields, presets, equation, prediction } = await demo.spec();
		const model = await demo.model();
		for (const [index, preset] of presets.entries()) {
			const params = { ...defaultParams(fields), ...preset.params } as ParamsOf<Fields>;
			const runOnce = () => {
				const frames: unknown[] = [];
				const run = model.run(params);
				for (let step = run.next(); ; step = run.next()) {
					if (step.done) return { frames, result: step.value };
					frames.push(structuredClone(step.value));
				}
			};
			const { frames, result } = runOnce();
			// One preset is run twice: training takes its time.
			if (index === 0) expect(runOnce()).toEqual({ frames, result });
			expect(frames.length).toBeGreaterThan(1);
			expect(result.why).toMatch(/^\S.{30,}\.$/u);
			expect(result.why).not.toMatch(/NaN|undefined|not a number/);
			expect(prediction.question(params)).toMatch(/\?$/);
			expect(prediction.measured(result.outcome, params)).not.toMatch(/NaN|undefined|not a number/);
			for (const frame of [model.preview(params), ...frames]) {
				const shown = Object.keys(model.live(params, frame).symbols);
				for (const symbol of shown) expect(equation.symbols.map(({ id: known }) => known)).toContain(symbol);
				const table = model.table(params, frame);
				for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
			}
		}
	});
});
