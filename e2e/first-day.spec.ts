import type { Page } from '@playwright/test';
import { readLog } from './learner';
import { expect, test } from './test';

const grades = (page: Page) => page.getByRole('button', { name: /^good/i });
const done = (page: Page) => page.getByRole('heading', { name: 'Done for now' });

/** Shows the answer, with all of its steps, and answers good: by the keyboard alone. */
async function answerGood(page: Page): Promise<void> {
	await page.keyboard.press('Space');
	await expect(grades(page)).toBeVisible();
	const next = page.getByRole('button', { name: /next step/i });
	while (await next.isVisible()) await page.keyboard.press('Space');
	await page.keyboard.press('3');
}

async function answerToTheEnd(page: Page): Promise<number> {
	for (let answers = 0; ; answers++) {
		await expect(page.getByRole('button', { name: /show answer/i }).or(done(page))).toBeVisible();
		if (await done(page).isVisible()) return answers;
		await answerGood(page);
	}
}

test('a learner opens the app for the first time and revises all 22 cards with the keyboard alone', async ({
	page,
	server,
}) => {
	test.setTimeout(180_000);
	await page.goto('/');
	await page.waitForLoadState('networkidle');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/22 cards to learn, 20 of them today/);
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/review\/neural-networks$/);
	await page.waitForLoadState('networkidle');
	await expect(page.getByRole('article', { name: 'Question' })).toContainText(/neuron/i);

	expect(await answerToTheEnd(page)).toBe(40);
	await expect(page.getByText(/2 new cards wait beyond today’s limits/)).toBeVisible();

	await page.getByRole('button', { name: '2 more new cards today' }).press('Enter');
	await expect(done(page)).toBeHidden();
	expect(await answerToTheEnd(page)).toBe(4);
	await expect(page.getByText(/The next card is due/)).toBeVisible();

	await expect.poll(() => readLog(server).length).toBe(44);
	const log = readLog(server);
	expect(new Set(log.map((row) => row.cardId)).size).toBe(22);
	expect(log.every((row) => row.grade === 'good' && !row.undone)).toBe(true);

	await page.goto('/');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(/All done for today, after 44 answers/);
});

test('the keys that act on a card do so, and are undone like an answer', async ({ page, server }) => {
	await page.goto('/review/neural-networks');
	await page.waitForLoadState('networkidle');
	const question = page.getByRole('article', { name: 'Question' });
	const first = (await question.textContent()) ?? '';
	await page.keyboard.press('f');
	await expect(question.getByText('Flag 1')).toBeVisible();
	await page.keyboard.press('b');
	await expect(question).not.toHaveText(first);
	const second = (await question.textContent()) ?? '';
	await page.keyboard.press('s');
	await expect(question).not.toHaveText(second);
	await expect.poll(() => readLog(server).map((row) => row.action)).toEqual(['flag', 'bury', 'suspend']);

	for (let i = 0; i < 3; i++) await page.keyboard.press('u');
	await expect.poll(() => readLog(server).filter((row) => row.undone).length).toBe(3);
	await expect(question).toHaveText(first);
	await expect(question.getByText('Flag 1')).toHaveCount(0);

	await page.keyboard.press('?');
	await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden();
});
