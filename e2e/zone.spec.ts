import { expect, test } from './test';

test('study days follow the zone of the browser of the first visit, until the learner changes it', async ({
	browser,
	page,
	server,
	watch,
}) => {
	await page.goto('/');
	await expect(page.getByText(/Study days follow Europe\/Berlin/)).toBeVisible();

	const abroad = await browser.newContext({ baseURL: server.url, timezoneId: 'Australia/Adelaide' });
	watch(abroad);
	const traveller = await abroad.newPage();
	await traveller.goto('/');
	await expect(traveller.getByText('This browser is in Australia/Adelaide.')).toBeVisible();
	await expect(traveller.getByText(/Study days follow Europe\/Berlin/)).toBeVisible();
	await traveller.getByRole('button', { name: 'Use it for study days' }).click();
	await expect(traveller.getByText(/Study days follow Australia\/Adelaide/)).toBeVisible();

	await traveller.getByText(/Study days follow/).click();
	await traveller.getByLabel('Time zone').selectOption('Pacific/Chatham');
	await traveller.getByLabel('A new day begins at').selectOption('03:00');
	await traveller.getByRole('button', { name: 'Save' }).click();
	await expect(traveller.getByText(/Study days follow Pacific\/Chatham, a new day at 03:00/)).toBeVisible();
	await abroad.close();
});
