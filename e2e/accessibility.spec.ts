import { violations } from './axe';
import { answerAllBut } from './learner';
import { expect, test } from './test';

const PAGES = {
	Today: '/',
	'a deck': '/deck/neural-networks',
	Review: '/review/neural-networks',
	'import and export': '/exchange',
	'the gallery of demos': '/sandbox',
	'a demo before its run': '/sandbox/neuron',
	'a page that is not there': '/nowhere',
};

for (const colorScheme of ['light', 'dark'] as const) {
	for (const width of [1280, 390]) {
		test.describe(`in the ${colorScheme}, ${width} px wide`, () => {
			test.use({ colorScheme, viewport: { width, height: 844 }, allowedErrors: /404/ });

			test('axe finds nothing on any page', async ({ page }) => {
				test.setTimeout(120_000);
				for (const [name, path] of Object.entries(PAGES)) {
					await page.goto(path);
					await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
					expect(await violations(page), `${name} (${path})`).toEqual([]);
				}
			});

			test('axe finds nothing while an import is looked at, nor on a phone does it scroll sideways', async ({
				page,
			}) => {
				const buffer = Buffer.from('---\nid: new\ntitle: New\n---\n\n## Q? {#q}\n\n---\n\nA\n\n## Broken {#b}\n');
				await page.goto('/exchange');
				await page.waitForLoadState('networkidle');
				const importing = page.getByRole('region', { name: 'Import', exact: true });
				await importing.getByLabel(/^File/).setInputFiles({ name: 'new.md', mimeType: 'text/markdown', buffer });
				await importing.getByRole('button', { name: 'See what it would change' }).click();
				await expect(importing.getByRole('heading', { name: 'This would change' })).toBeVisible({ timeout: 60_000 });
				expect(await violations(page), 'an import').toEqual([]);
				expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
			});

			test('axe finds nothing while a card is answered, nor at the end', async ({ page, server }) => {
				await page.goto('/review/neural-networks');
				await page.waitForLoadState('networkidle');
				await page.keyboard.press('Space');
				await expect(page.getByRole('button', { name: /^good/i })).toBeVisible();
				expect(await violations(page), 'an answer').toEqual([]);
				await page.keyboard.press('?');
				expect(await violations(page), 'the keys').toEqual([]);
				await answerAllBut(server, 0);
				await page.goto('/review/neural-networks');
				await page.waitForLoadState('networkidle');
				await expect(page.getByRole('heading', { name: 'Done for now' })).toBeVisible();
				expect(await violations(page), 'the end').toEqual([]);
			});
		});
	}
}
