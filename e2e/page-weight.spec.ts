import { gzipSync } from 'node:zlib';
import { expect, test } from './test';

const BUDGET_KB = 145;

test('the review page ships at most 145 KB of JavaScript, none of it KaTeX, Markdown or a demo', async ({ page }) => {
	const scripts = new Map<string, Buffer>();
	const bodies: Promise<unknown>[] = [];
	page.on('response', (response) => {
		if (!/javascript/.test(response.headers()['content-type'] ?? '')) return;
		bodies.push(response.body().then((body) => scripts.set(response.url(), body)));
	});
	await page.goto('/review/neural-networks');
	await page.waitForLoadState('networkidle');
	for (let i = 0; i < 3; i++) {
		await page.keyboard.press('Space');
		await page.keyboard.press('4');
	}
	await expect(page.getByRole('button', { name: /show answer/i })).toBeVisible();
	await page.waitForLoadState('networkidle');
	await Promise.all(bodies);

	const inline = await page.locator('script:not([src])').allTextContents();
	expect(inline.length, 'the page’s own data is inline').toBeGreaterThan(0);
	const total = [...scripts.values()].reduce((sum, body) => sum + gzipSync(body).length, 0);
	console.log(`review page: ${(total / 1000).toFixed(1)} KB of JavaScript, gzip, in ${scripts.size} files`);
	expect(total / 1000).toBeLessThanOrEqual(BUDGET_KB);

	const text = [...scripts.values()].map((body) => body.toString()).join('\n');
	for (const mark of ['ParseError: KaTeX', 'KaTeX parse error', 'micromark', 'mdast', 'ZodError', 'gradientCheck']) {
		expect(text.includes(mark), `${mark} in the review page’s code`).toBe(false);
	}
	expect(page.frames(), 'no demo is loaded before it is asked for').toHaveLength(1);
});
