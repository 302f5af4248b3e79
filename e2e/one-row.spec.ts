import { readLog } from './learner';
import { expect, test } from './test';

test('a double click on a grade answers one card once', async ({ page, server }) => {
	await page.goto('/review/neural-networks');
	await page.waitForLoadState('networkidle');
	await page.getByRole('button', { name: /show answer/i }).click();
	await page.getByRole('button', { name: /^easy/i }).dblclick();
	await expect.poll(() => readLog(server).length).toBe(1);
	await page.waitForTimeout(700);
	expect(readLog(server)).toHaveLength(1);
});

test.describe('two tabs', () => {
	// the browser itself logs the refusal (409) of the second tab's answer
	test.use({ allowedErrors: /409/ });

	test('two tabs on one card make one row; the second is shown how the card stands', async ({
		page,
		context,
		server,
	}) => {
		const other = await context.newPage();
		for (const tab of [page, other]) {
			await tab.goto('/review/neural-networks');
			await tab.waitForLoadState('networkidle');
			await tab.getByRole('button', { name: /show answer/i }).click();
		}
		await page.keyboard.press('3');
		await expect.poll(() => readLog(server).length).toBe(1);
		await other.bringToFront();
		await other.keyboard.press('1');
		const notice = other.getByRole('alert').filter({ hasText: 'Not recorded' });
		await expect(notice).toContainText(/answered or changed elsewhere/);
		await expect(notice).toContainText(/being learnt/);
		expect(readLog(server)).toMatchObject([{ grade: 'good' }]);
	});
});

test.describe('a lost response', () => {
	test.use({ allowedErrors: /Failed to load resource/ });

	test('an answer whose response is lost is sent again and stays one row', async ({ page, server }) => {
		let lost = 0;
		await page.route('**/api/reviews', async (route) => {
			if (lost++ > 1) return route.continue();
			await route.fetch();
			await route.abort('connectionreset');
		});
		await page.goto('/review/neural-networks');
		await page.waitForLoadState('networkidle');
		await page.getByRole('button', { name: /show answer/i }).click();
		await page.keyboard.press('4');
		await expect(page.getByText(/Not saved yet: 1 answer waits/)).toBeVisible();
		await expect(page.getByText(/Not saved yet/)).toBeHidden({ timeout: 20_000 });
		expect(lost).toBe(3);
		expect(readLog(server)).toHaveLength(1);
	});
});
