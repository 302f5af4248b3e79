import { readLog } from './learner';
import { expect, test } from './test';

test.use({ allowedErrors: /Failed to load resource|ERR_CONNECTION/ });

test('a learner goes on while the server is away; every answer arrives once it is back', async ({ page, server }) => {
	await page.goto('/review/neural-networks');
	await page.waitForLoadState('networkidle');
	await server.stop();
	for (let i = 0; i < 3; i++) {
		await page.keyboard.press('Space');
		await page.keyboard.press('4');
	}
	await expect(page.getByText(/Not saved yet: 3 answers wait/)).toBeVisible();
	expect(readLog(server)).toHaveLength(0);

	const warned = page.waitForEvent('dialog');
	await page.close({ runBeforeUnload: true });
	const dialog = await warned;
	expect(dialog.type()).toBe('beforeunload');
	await dialog.dismiss();

	await server.start();
	await expect(page.getByText(/Not saved yet/)).toBeHidden({ timeout: 30_000 });
	await expect.poll(() => readLog(server).length, { timeout: 20_000 }).toBe(3);
});

test('answers that a closed tab left behind are sent when the app is opened again', async ({
	page,
	context,
	server,
}) => {
	await page.goto('/review/neural-networks');
	await page.waitForLoadState('networkidle');
	await server.kill();
	await page.keyboard.press('Space');
	await page.keyboard.press('4');
	await expect(page.getByText(/Not saved yet: 1 answer waits/)).toBeVisible();
	await page.close({ runBeforeUnload: false });

	await server.start();
	const later = await context.newPage();
	await later.goto('/');
	await expect.poll(() => readLog(server).length, { timeout: 20_000 }).toBe(1);
});
