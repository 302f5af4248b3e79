import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { collectionOf, runOfTest } from '@/lib/exchange/collection-fixture';
import type { PrintLayout } from '@/lib/exchange/print/print-style';
import { writePrint } from '@/lib/exchange/print/write-print';

let folder = '';
test.beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'printed-'));
});
test.afterEach(() => rmSync(folder, { recursive: true }));

const text = readFileSync('content/neural-networks.md', 'utf8');
const media = Object.fromEntries(
	[...text.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, name = '']) => [
		name,
		new Uint8Array(readFileSync(`content/${name}`)),
	]),
);

async function write(layout: PrintLayout, answers: boolean): Promise<string> {
	const file = join(folder, `${layout}.html`);
	const options = { title: 'Neural networks', schedule: false, history: false, answers, layout };
	await writePrint(collectionOf([{ text, media }]), options, file, runOfTest());
	return pathToFileURL(file).href;
}

for (const layout of ['rows', 'columns'] as const) {
	test(`the printed page of a deck, in ${layout}, prints to PDF without the network`, async ({ page, context }) => {
		const asked: string[] = [];
		await context.setOffline(true);
		page.on('request', (request) => {
			if (!/^(?:file|data):/.test(request.url())) asked.push(request.url());
		});
		const errors: string[] = [];
		page.on('console', (message) => errors.push(message.text()));
		await page.emulateMedia({ media: 'print' });
		await page.setViewportSize({ width: 718, height: 1000 });
		await page.goto(await write(layout, true));
		expect(
			await page.evaluate(() =>
				document.fonts.ready.then((fonts) => [...fonts].some((font) => font.status === 'loaded')),
			),
		).toBe(true);
		expect(
			await page.evaluate(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0)),
		).toBe(true);
		expect(await page.locator('img').count()).toBeGreaterThan(0);
		// Nothing of a card stands out of the page to the right.
		const outside = await page.evaluate(() =>
			[...document.querySelectorAll('.card .katex-html > .base, .card img, .card p, .card pre')]
				.filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
				.map((element) => element.textContent?.slice(0, 60) ?? ''),
		);
		expect(outside).toEqual([]);
		const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
		const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
		expect(pages).toBeGreaterThan(2);
		expect(pages).toBeLessThan(30);
		expect(asked).toEqual([]);
		expect(errors).toEqual([]);
		if (process.env['PRINTED_PAGE_FOLDER']) {
			await page.screenshot({ path: join(process.env['PRINTED_PAGE_FOLDER'], `${layout}.png`), fullPage: true });
		}
	});
}

test('the printed page without answers gives none away', async ({ page }) => {
	await page.goto(await write('columns', false));
	await expect(page.locator('.front').first()).toBeVisible();
	expect(await page.locator('.back').count()).toBe(0);
});
