import { answerAllBut, answerCard, readLog, readQueue } from './learner';
import { expect, test } from './test';

const DAY_MS = 86_400_000;

test('the second day brings the cards left over, and the third week the reviews that are due', async ({
	page,
	server,
}) => {
	await answerAllBut(server, 0);
	expect((await readQueue(server)).counts).toEqual({ fresh: 0, learning: 0, review: 0 });

	await server.restartDaysAhead(1);
	await page.clock.install({ time: Date.now() + DAY_MS });
	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/2 new/);
	await page.getByRole('link', { name: /study/i }).first().click();
	await page.waitForURL('**/review/neural-networks');
	await page.waitForLoadState('networkidle');
	for (let i = 0; i < 2; i++) {
		await page.keyboard.press('Space');
		await page.keyboard.press('4');
	}
	await expect(page.getByRole('heading', { name: 'Done for now' })).toBeVisible();
	await expect.poll(() => readLog(server).length).toBe(22);

	await server.restartDaysAhead(20);
	await page.clock.setSystemTime(Date.now() + 20 * DAY_MS);
	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/22 to review/);
	const [card] = (await readQueue(server)).cards;
	if (!card) throw new Error('nothing is due');
	expect(card.phase).toBe('review');
	await answerCard(server, card, 'again', Date.now() + 20 * DAY_MS);
	const { counts } = await readQueue(server);
	expect(counts).toEqual({ fresh: 0, learning: 1, review: 21 });
});

test('an answer left open over the end of the study day is offered anew, not given with yesterday’s interval', async ({
	page,
	server,
}) => {
	await page.goto('/review/neural-networks');
	await page.waitForLoadState('networkidle');
	await page.keyboard.press('Space');
	const queue = await readQueue(server);
	await page.clock.install({ time: queue.dayEndsAtMs + 60_000 });
	await server.restart({ CHAINRULE_NOW_OFFSET_MS: String(queue.dayEndsAtMs + 60_000 - Date.now()) });
	await page.reload();
	await page.waitForLoadState('networkidle');
	await page.keyboard.press('Space');
	await page.keyboard.press('3');
	await expect.poll(() => readLog(server).length).toBe(1);
});
