import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import { DEMO_IDS } from '@/lib/demos/demo-id';
import { exportAndUnpack, showSide, type UnpackedPackage } from './anki-card';
import { violations } from './axe';

interface Card {
	/** Shows the question, then the answer, of the card that a demo proves. */
	open(demoId: string): Promise<void>;
	show(side: string): Promise<void>;
}

/** Takes away what a demo in a package must do without; the page knows of none of it before its first script. */
function withoutTheseGlobals(names: string[]): void {
	for (const name of names) Object.defineProperty(window, name, { value: undefined, configurable: true });
}

const NOT_IN_A_PACKAGE = [
	'Worker',
	'SharedWorker',
	'WebAssembly',
	'fetch',
	'XMLHttpRequest',
	'WebSocket',
	'EventSource',
];

/** A page on the disk, from which nothing may leave for any network. */
const test = base.extend<{ card: Card }, { deck: UnpackedPackage }>({
	deck: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures needed from the pattern
		async ({}, use, info) => use(await exportAndUnpack(`.tmp/e2e/package-${info.workerIndex}`)),
		{ scope: 'worker', timeout: 240_000 },
	],
	card: async ({ page, context, deck }, use) => {
		const problems: string[] = [];
		await context.setOffline(true);
		await context.addInitScript(withoutTheseGlobals, NOT_IN_A_PACKAGE);
		page.on('request', (request) => {
			if (!request.url().startsWith('file:')) problems.push(`asked for ${request.url()}`);
		});
		page.on('requestfailed', (request) => problems.push(`no ${request.url()}`));
		page.on('pageerror', (error) => problems.push(String(error)));
		page.on('console', (message) => {
			if (message.type() === 'error') problems.push(message.text());
		});
		page.on('worker', (worker) => problems.push(`a worker, ${worker.url()}`));
		const show = (side: string) => showSide(page, side);
		await use({
			show,
			async open(demoId) {
				const sides = deck.cards.get(demoId);
				if (!sides) throw new Error(`no card of the package has the demo ${demoId}`);
				if (!page.url().startsWith('file:')) await page.goto(deck.url);
				await show(sides.question);
				await expect(page.locator('.chainrule-sandbox')).toHaveCount(0);
				await show(sides.answer);
			},
		});
		expect(problems, 'requests, workers, errors').toEqual([]);
	},
});

async function predictAndRun(page: Page): Promise<void> {
	const panel = page.getByRole('region', { name: 'Prediction' });
	const run = page.getByRole('button', { name: 'Run', exact: true });
	await expect(run).toBeDisabled();
	const number = panel.getByRole('spinbutton');
	if ((await number.count()) > 0) await number.fill((await number.getAttribute('min')) ?? '0');
	else await panel.getByRole('radio').first().check();
	await run.click();
	await expect(panel.getByText(/^Measured:/)).toBeVisible({ timeout: 60_000 });
	await expect(panel.getByText(/^[✓≈✗]/)).toBeVisible();
	await expect(page.getByText(/^Why\. ./)).toBeVisible();
}

test('the package holds one script and one style, and a picture for every demo', ({ deck }) => {
	const ours = deck.media.filter((name) => name.startsWith('_'));
	const [script, ...scripts] = ours.filter((name) => name.endsWith('.js'));
	expect(scripts).toEqual([]);
	expect(script).toMatch(/^_chainrule-[0-9a-f]{10}\.js$/);
	expect(ours.filter((name) => name.endsWith('.css'))).toEqual([script?.replace(/js$/, 'css')]);
	expect(ours.filter((name) => name.endsWith('.svg'))).toHaveLength(DEMO_IDS.length);
	expect(statSync(join(deck.folder, script ?? '')).size, 'bytes of the script').toBeLessThan(600_000);
	expect([...deck.cards.keys()].sort()).toEqual([...DEMO_IDS].sort());
});

for (const id of DEMO_IDS) {
	test(`${id}: predicted, run and told on its card without any network`, async ({ page, card }, info) => {
		await card.open(id);
		await expect(page.locator('.chainrule-sandbox')).toHaveCount(1);
		await expect(page.locator('.chainrule-fallback')).toBeHidden();
		await predictAndRun(page);
		await page.getByText('Numbers', { exact: true }).click();
		await expect(page.getByRole('table').first()).toBeVisible();
		await page.screenshot({ path: info.outputPath(`${id}.png`), fullPage: true });
		await page.getByRole('button', { name: 'Reset' }).click();
		await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeDisabled();
	});
}

test('the script run again mounts nothing twice and disturbs no run', async ({ page, card, deck }) => {
	await card.open('neuron');
	await page.getByRole('spinbutton', { name: /your prediction/i }).fill('0.85');
	await page.evaluate(async () => {
		const old = document.querySelector<HTMLScriptElement>('script[src^="_chainrule"]');
		for (let times = 0; times < 2; times++) {
			const script = document.createElement('script');
			script.src = old?.src ?? '';
			const loaded = new Promise((done) => {
				script.onload = done;
			});
			document.querySelector('#qa')?.append(script);
			await loaded;
		}
	});
	await expect(page.locator('.chainrule-sandbox')).toHaveCount(1);
	await expect(page.getByRole('spinbutton', { name: /your prediction/i })).toHaveValue('0.85');
	await page.getByRole('button', { name: 'Run', exact: true }).click();
	await expect(page.getByRole('region', { name: 'Prediction' }).getByText(/a = 0.85.* \(was 0.43/)).toBeVisible();

	// the same answer shown once more is a new place
	await card.show(deck.cards.get('neuron')?.answer ?? '');
	await expect(page.locator('.chainrule-sandbox')).toHaveCount(1);
	await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeDisabled();
});

test('a demo that has left the page is taken down, even in the middle of its run', async ({ page, card, deck }) => {
	await card.open('backward-equations');
	const mounted = () =>
		page.evaluate(() => {
			const name = Object.keys(window).find((key) => key.startsWith('chainruleSandbox'));
			return (window as unknown as Record<string, { count(): number }>)[name ?? '']?.count();
		});
	expect(await mounted()).toBe(1);
	await page.getByRole('radio').first().check();
	await page.getByRole('button', { name: 'Run', exact: true }).click();
	await card.show('<p>A card without a demo.</p>');
	expect(await mounted()).toBe(0);
	await card.show(deck.cards.get('saturation')?.answer ?? '');
	await expect(page.locator('.chainrule-sandbox')).toHaveCount(1);
	expect(await mounted()).toBe(1);
	await predictAndRun(page);
});

test('a web view of 2018 takes the script too', async ({ page, card, context }) => {
	await context.addInitScript(() => {
		const lacks: [object, string[]][] = [
			[Array.prototype, ['at', 'findLast', 'findLastIndex', 'flat', 'flatMap', 'toSorted', 'toReversed', 'with']],
			[Object.getPrototypeOf(Uint8Array.prototype), ['at', 'findLast', 'toSorted', 'with']],
			[String.prototype, ['at', 'replaceAll', 'matchAll']],
			[Object, ['fromEntries', 'hasOwn', 'groupBy']],
			[Promise, ['allSettled', 'any']],
			[window, ['queueMicrotask', 'structuredClone', 'reportError', 'WeakRef']],
		];
		for (const [owner, names] of lacks) for (const name of names) Reflect.deleteProperty(owner, name);
	});
	for (const id of ['neuron', 'relu-vs-sigmoid', 'unit-equations', 'backprop-complexity', 'random-initialisation']) {
		await card.open(id);
		await predictAndRun(page);
	}
});

test('keys that a control of the demo uses stay in it; grades go through', async ({ page, card }) => {
	await card.open('neuron');
	await page.evaluate(() => {
		const heard: string[] = [];
		Object.assign(window, { heard });
		document.addEventListener('keydown', (event) => heard.push(event.key));
	});
	const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
	await page.getByRole('spinbutton', { name: /your prediction/i }).focus();
	await page.keyboard.type('0.31');
	expect(await heard()).toEqual([]);
	await page.getByRole('button', { name: 'Run', exact: true }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByText(/^Measured:/)).toBeVisible();
	expect(await heard()).toEqual([]);
	await page.getByRole('button', { name: 'Reset' }).focus();
	await page.keyboard.press('3');
	expect(await heard()).toEqual(['3']);
});

test('the style of the demo and that of the card leave each other alone', async ({ page, card, deck }) => {
	await page.goto(deck.url);
	await page.addStyleTag({
		content: 'button { display: none } .card { text-align: center; font-size: 40px; color: red } p { float: right }',
	});
	const before = await page.evaluate(() => {
		document.querySelector('#qa')?.insertAdjacentHTML('beforebegin', '<p id="own"><input type="number">A card</p>');
		return JSON.stringify({ ...getComputedStyle(document.querySelector('#own input') as Element) });
	});
	await card.open('neuron');
	const after = await page.evaluate(() =>
		JSON.stringify({ ...getComputedStyle(document.querySelector('#own input') as Element) }),
	);
	expect(after).toBe(before);
	const title = page.locator('.chainrule-title');
	await expect(title).toHaveCSS('text-align', 'left');
	await expect(title).toHaveCSS('font-size', '19px');
	await expect(title).toHaveCSS('color', 'rgb(29, 28, 26)');
});

test('at night on a phone the demo is dark, fits, and can be tapped', async ({ page, card }, info) => {
	await page.setViewportSize({ width: 390, height: 844 });
	for (const id of ['neuron', 'multilayer-perceptron', 'vanishing-exploding-gradients', 'unit-equations']) {
		await card.open(id);
		await page.evaluate(() => document.body.classList.add('nightMode'));
		await predictAndRun(page);
		await expect(page.locator('.chainrule-title')).toHaveCSS('color', 'rgb(232, 230, 225)');
		expect(
			await page.evaluate(() => document.documentElement.scrollWidth),
			'nothing stands out of the page sideways',
		).toBeLessThanOrEqual(390);
		expect(await page.locator('.chainrule-sandbox :is(button, input, select, summary):not(.tappable)').count()).toBe(0);
		expect(await violations(page, '.chainrule-sandbox'), id).toEqual([]);
		await page.screenshot({ path: info.outputPath(`${id}-night.png`), fullPage: true });
	}
});

test('night mode switched on later repaints what is painted', async ({ page, card }) => {
	await card.open('multilayer-perceptron');
	const corner = () =>
		page.evaluate(() => {
			const canvas = document.querySelector<HTMLCanvasElement>('.chainrule-sandbox canvas');
			const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
			return pixels?.join();
		});
	const day = await corner();
	expect(day).toBeTruthy();
	await page.evaluate(() => document.body.classList.add('night_mode'));
	await expect.poll(corner).not.toBe(day);
});

test.describe('where scripts do not run', () => {
	test.use({ javaScriptEnabled: false });

	test('a card shows the picture and the numbers of its demo', async ({ page, deck, context }, info) => {
		await context.setOffline(true);
		const still = join(deck.folder, 'still.html');
		const bare = readFileSync(join(deck.folder, 'page.html'), 'utf8');
		writeFileSync(still, bare.replace('<div id="qa">', `<div id="qa">${deck.cards.get('neuron')?.answer}`));
		await page.goto(pathToFileURL(still).href);
		await expect(page.getByRole('img', { name: /add up to z = 1.750/ })).toBeVisible();
		await expect(page.getByText(/The run measures: a = 0.852 \(was 0.438\)/)).toBeVisible();
		await page.getByText('Numbers at the end of the run').click();
		await expect(page.getByRole('cell', { name: '0.852' })).toBeVisible();
		await page.screenshot({ path: info.outputPath('no-scripts.png'), fullPage: true });
	});
});
