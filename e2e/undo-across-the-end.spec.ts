import { answerAllBut, readLog } from './learner';
import { expect, test } from './test';

test('undo goes back over the end of a session, many answers, and on after a restart of the server', async ({
	page,
	server,
}) => {
	await answerAllBut(server, 2);
	await page.goto('/review/neural-networks');
	await page.waitForLoadState('networkidle');
	const question = page.getByRole('article', { name: 'Question' });
	const done = page.getByRole('heading', { name: 'Done for now' });
	const seen: (string | null)[] = [];
	for (let i = 0; i < 2; i++) {
		seen.push(await question.getByRole('heading').first().textContent());
		await page.keyboard.press('Space');
		await page.keyboard.press('4');
		if (i === 0) await expect(question.getByRole('heading').first()).not.toHaveText(seen[0] ?? '');
	}
	await expect(done).toBeVisible();
	await expect.poll(() => readLog(server).length).toBe(20);

	await page.keyboard.press('u');
	await expect(question.getByRole('heading').first()).toHaveText(seen[1] ?? '');
	await expect(page.getByRole('button', { name: /show answer/i })).toBeVisible();
	await page.keyboard.press('u');
	await expect(question.getByRole('heading').first()).toHaveText(seen[0] ?? '');
	await expect.poll(() => readLog(server).filter((row) => row.undone).length).toBe(2);

	await server.restart();
	await page.reload();
	await page.waitForLoadState('networkidle');
	await page.keyboard.press('u');
	await expect
		.poll(() =>
			readLog(server)
				.filter((row) => row.undone)
				.map((row) => row.cardId),
		)
		.toHaveLength(3);

	for (let i = 0; i < 3; i++) {
		await expect(page.getByRole('button', { name: /show answer/i })).toBeVisible();
		await page.keyboard.press('Space');
		await page.keyboard.press('4');
	}
	await expect(done).toBeVisible();
	await expect.poll(() => readLog(server).filter((row) => !row.undone).length).toBe(20);
	expect(readLog(server)).toHaveLength(23);
});
