import type { FrameLocator, Page } from '@playwright/test';
import { keepOnly } from './learner';
import { expect, test } from './test';

/** From the review of just that card: shows the answer, presses R, and gives the demo that has opened beside it. */
async function openFromCard(page: Page): Promise<FrameLocator> {
	await page.goto('/review/neural-networks');
	await page.waitForLoadState('networkidle');
	await expect(page.getByRole('button', { name: /show answer/i })).toBeVisible();
	expect(page.frames(), 'no demo before it is asked for').toHaveLength(1);
	await page.keyboard.press('Space');
	await page.keyboard.press('r');
	await expect(page.getByRole('region', { name: 'Demo' })).toBeVisible();
	return page.frameLocator('iframe');
}

async function runToVerdict(demo: FrameLocator): Promise<void> {
	await demo.getByRole('button', { name: 'Run', exact: true }).click();
	await expect(demo.getByText(/^Measured:/)).toBeVisible({ timeout: 20_000 });
}

test('neuron: a learner foretells the output after a weight flips, runs it and is told', async ({ page, server }) => {
	await keepOnly(server, 'neuron');
	const demo = await openFromCard(page);
	await expect(demo.getByRole('button', { name: 'Run', exact: true })).toBeDisabled();
	// x = (1, -2), w = (.5, .5), b = .25: turning w2 gives z = .25 + .5 + 1 = 1.75, and sigma(1.75) = .852
	await expect(demo.getByText(/Run turns w₂ from 0.5 to −0.5/)).toBeVisible();
	await demo.getByRole('spinbutton', { name: /your prediction/i }).fill('0.85');
	await runToVerdict(demo);
	await expect(demo.getByText(/a = 0.85.* \(was 0.43/)).toBeVisible();
	await expect(demo.getByRole('spinbutton', { name: /your prediction/i })).toBeDisabled();

	await page.keyboard.press('Escape');
	await expect(page.getByRole('region', { name: 'Demo' })).toBeHidden();
	await page.reload();
	await page.waitForLoadState('networkidle');
	await page.getByRole('button', { name: /show answer/i }).click();
	await expect(page.getByText(/You foretold a = 0\.85, the run measured .* \(right\), today/)).toBeVisible();
	await page.keyboard.press('3');
	await expect(
		page.getByRole('heading', { name: 'Done for now' }).or(page.getByRole('button', { name: /show answer/i })),
	).toBeVisible();
});

test('backward equations: a learner foretells a sign, steps back through the equations and is told', async ({
	page,
	server,
}) => {
	await keepOnly(server, 'backward-equations');
	const demo = await openFromCard(page);
	await demo.getByRole('radio').first().check();
	await runToVerdict(demo);
	await expect(demo.getByText(/^Measured: ∂ℓ\/∂w = /)).toBeVisible();
});

test('vanishing gradients: a learner foretells the power of ten that ten sigmoid layers leave', async ({
	page,
	server,
}) => {
	await keepOnly(server, 'vanishing-exploding-gradients');
	const demo = await openFromCard(page);
	await demo.getByLabel('10 to the power -6', { exact: true }).check();
	await runToVerdict(demo);
	await expect(demo.getByText(/Measured:.*10/)).toBeVisible();
});

test('a bad value in a demo’s address is told and replaced, never followed', async ({ page }) => {
	await page.goto('/sandbox/vanishing-exploding-gradients?depth=900&activation=sigmoid');
	await expect(page.getByText(/depth/i).filter({ hasText: /900/ }).first()).toBeVisible();
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('multilayer perceptron: a learner slows the run, then walks training by phase, batch and epoch', async ({
	page,
}) => {
	await page.goto('/sandbox/multilayer-perceptron?data=circle&hidden=1');
	await page.waitForLoadState('networkidle');
	await page.getByRole('radio').first().check();
	await page.getByRole('button', { name: 'Run', exact: true }).click();
	await page.getByLabel('Speed').selectOption('4×');
	await expect(page.getByText(/^Measured:/)).toBeVisible({ timeout: 60_000 });

	await page.getByRole('combobox', { name: 'by' }).selectOption('phase');
	await page.getByRole('button', { name: 'Train' }).click();
	await page.getByRole('button', { name: 'Pause training' }).click();
	const batch = page.getByRole('region', { name: 'The batch' });
	const step = page.getByRole('button', { name: 'Step one phase' });
	await step.click();
	await expect(batch).toBeVisible();
	const phases = ['forward', 'loss', 'backward', 'update'];
	const now = () => batch.locator('[aria-current=step]').textContent();
	for (let turn = 0; turn < 4; turn++) {
		const before = (await now()) ?? '';
		await step.click();
		await expect.poll(now).toBe(phases[(phases.indexOf(before) + 1) % 4]);
	}
	await page.getByRole('combobox', { name: 'by' }).selectOption('epoch');
	await page.getByRole('button', { name: 'Step one epoch' }).click();
	await expect(batch.getByText(/batch 20 of 20/)).toBeVisible();
	await page.getByRole('button', { name: 'Go on' }).click();
	await expect(page.getByText(/After 100 epochs of 20 batches/)).toBeVisible({ timeout: 60_000 });
});

test('multilayer perceptron: a learner puts points down by click and by keyboard, and the net is trained on them', async ({
	page,
}) => {
	await page.goto('/sandbox/multilayer-perceptron?data=drawn&hidden=1');
	await page.waitForLoadState('networkidle');
	const pad = page.getByRole('form', { name: 'Your points' });
	await expect(pad.getByText(/^8 of 60 points/)).toBeVisible();
	await page.getByRole('img', { name: /over the plane/ }).click({ position: { x: 40, y: 60 } });
	await expect(pad.getByText(/^9 of 60 points/)).toBeVisible();
	await pad.getByRole('radio', { name: 'blue circle' }).check();
	await pad.getByLabel('x₁').fill('0.5');
	await pad.getByLabel('x₂').fill('-0.25');
	await page.keyboard.press('Enter');
	await expect(pad.getByText(/^10 of 60 points/)).toBeVisible();
	expect(new URL(page.url()).searchParams.get('points')).toMatch(/,50,-25,0$/);

	await page.getByRole('region', { name: 'Prediction' }).getByRole('radio').first().check();
	await page.getByRole('button', { name: 'Run', exact: true }).click();
	await expect(page.getByText(/^Measured:/)).toBeVisible({ timeout: 60_000 });
	await page.reload();
	await expect(pad.getByText(/^10 of 60 points/)).toBeVisible();
});
