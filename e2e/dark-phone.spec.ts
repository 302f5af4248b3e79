import { readLog } from './learner';
import { expect, test } from './test';

test.use({ colorScheme: 'dark', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('a learner revises on a phone in the dark, by thumb', async ({ page, server }) => {
	await page.goto('/');
	const background = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
	expect(background).toBe('rgb(22, 23, 26)');
	await page.getByRole('link', { name: /begin/i }).tap();
	for (let i = 0; i < 4; i++) {
		await page.getByRole('button', { name: /show answer/i }).tap();
		const width = await page.evaluate(() => document.documentElement.scrollWidth);
		expect(width, 'no page scrolls sideways').toBeLessThanOrEqual(390);
		for (const grade of ['again', 'hard', 'good', 'easy']) {
			const box = await page.getByRole('button', { name: new RegExp(`^${grade}`, 'i') }).boundingBox();
			expect(box?.height, `${grade} is thumb-sized`).toBeGreaterThanOrEqual(44);
			expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
		}
		await page.getByRole('button', { name: /^easy/i }).tap();
	}
	await expect.poll(() => readLog(server).length).toBe(4);
});
