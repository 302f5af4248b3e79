import Database from 'better-sqlite3';
import { expect, test } from './test';

test('a deck’s page lists its cards, the mistakes in its file, and both texts of a note edited here', async ({
	page,
	server,
}) => {
	const database = new Database(server.databasePath);
	database
		.prepare(
			`INSERT INTO "ContentError" ("deckId", "file", "line", "column", "message", "advice", "noteId") VALUES (?, ?, ?, ?, ?, ?, ?)`,
		)
		.run(
			'neural-networks',
			'content/neural-networks.md',
			12,
			5,
			'Unknown macro \\vz.',
			'Declare it in the front matter.',
			'neuron',
		);
	database
		.prepare(`UPDATE "Note" SET "fileHtml" = ?, "editedAt" = 1 WHERE "id" = ?`)
		.run('<p>The file’s words.</p>', 'neural-networks/dropout');
	database.close();

	await page.goto('/deck/neural-networks');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Neural networks');
	await expect(page.getByText(/content\/neural-networks\.md:12:5/)).toBeVisible();
	await expect(page.getByText('Declare it in the front matter.')).toBeVisible();
	await page.getByRole('region', { name: 'Changed here and in the file' }).locator('summary').click();
	await expect(page.getByText('The file’s words.')).toBeVisible();

	await page.goto('/deck/neural-networks#residual-layer');
	const row = page.locator('#residual-layer');
	await expect(row).toBeInViewport();
	await expect(row.getByRole('link', { name: /run it|demo/i })).toHaveAttribute('href', /^\/sandbox\/residual-layer\?/);
	await expect(page.locator('[id]').filter({ has: page.getByRole('link', { name: /run it|demo/i }) })).not.toHaveCount(
		0,
	);
});

test('a picture of a card arrives inert, with its type', async ({ page }) => {
	await page.goto('/deck/neural-networks#unit-activation');
	const response = await page.request.get('/api/media/neural-networks/figures/unit-activation.svg');
	expect(response.headers()['content-type']).toContain('image/svg+xml');
	expect(response.headers()['content-security-policy']).toContain('sandbox');
});
