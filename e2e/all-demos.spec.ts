import type { Frame, Page } from '@playwright/test';
import { DEMO_IDS } from '@/lib/demos/demo-id';
import { violations } from './axe';
import { keepOnly } from './learner';
import { expect, test } from './test';

/** Presses Tab until the focus is on something that fits `selector`. */
async function tabTo(page: Page, frame: Frame, selector: string): Promise<void> {
	for (let presses = 0; presses < 60; presses++) {
		await page.keyboard.press('Tab');
		if (await frame.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
	}
	throw new Error(`60 presses of Tab did not reach ${selector}`);
}

/** With the keyboard alone: commits a prediction, runs, and waits for what was measured and for the verdict. */
async function predictAndRun(page: Page, frame: Frame): Promise<void> {
	const panel = frame.getByRole('region', { name: 'Prediction' });
	const answer = panel.getByRole('radio').or(panel.getByRole('spinbutton')).first();
	await expect(answer).toBeEnabled();
	await expect(frame.getByRole('button', { name: 'Run', exact: true })).toBeDisabled();
	const number = panel.getByRole('spinbutton');
	if ((await number.count()) > 0) {
		await tabTo(page, frame, 'input[type=number]');
		await page.keyboard.type((await number.getAttribute('min')) ?? '0');
	} else {
		await tabTo(page, frame, 'input[type=radio]');
		await page.keyboard.press('Space');
	}
	await expect(frame.getByRole('button', { name: 'Run', exact: true })).toBeEnabled();
	await tabTo(page, frame, 'button');
	await page.keyboard.press('Enter');
	await expect(panel.getByText(/^Measured:/)).toBeVisible({ timeout: 60_000 });
	await expect(panel.getByText(/^[✓≈✗]/)).toBeVisible();
	await expect(frame.getByText(/^Why\. ./)).toBeVisible();
	await expect(answer).toBeDisabled();
	await expect(panel.getByText('Kept with its card.')).toBeVisible();
}

for (const id of DEMO_IDS) {
	test(`${id}: predicted, run and told from its card by keyboard alone, then in the dark on a phone`, async ({
		page,
		server,
	}) => {
		await keepOnly(server, id);
		await page.goto('/review/neural-networks');
		await page.waitForLoadState('networkidle');
		await page.keyboard.press('Space');
		await page.keyboard.press('r');
		const region = page.getByRole('region', { name: 'Demo' });
		await expect(region).toBeVisible();
		const frame = await (await region.locator('iframe').elementHandle())?.contentFrame();
		if (!frame) throw new Error('the demo opened without a frame');
		await frame.waitForLoadState('networkidle');
		const address = new URL(frame.url());
		expect(address.pathname).toBe(`/sandbox/${id}`);
		await predictAndRun(page, frame);
		expect(await violations(frame), 'beside the card').toEqual([]);

		await page.setViewportSize({ width: 390, height: 844 });
		await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
		address.searchParams.delete('embed');
		await page.goto(address.href);
		await page.waitForLoadState('networkidle');
		await predictAndRun(page, page.mainFrame());
		expect(await violations(page), 'in the dark on a phone').toEqual([]);
		expect(
			await page.evaluate(() => document.documentElement.scrollWidth),
			'nothing stands out of the page sideways',
		).toBeLessThanOrEqual(390);
		// the numbers behind the pictures
		await page.getByText('Numbers', { exact: true }).first().click();
		await expect(page.getByRole('table').first()).toBeVisible();
		// and the same start again
		await page.getByRole('button', { name: 'Reset' }).click();
		await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeDisabled();
	});
}
