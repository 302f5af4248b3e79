import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { answerAllBut, readLog } from './learner';
import { expect, test } from './test';

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Presses a button and keeps the file that comes of it. */
async function download(page: Page, press: () => Promise<void>, to: string): Promise<string> {
	const coming = page.waitForEvent('download', { timeout: 60_000 });
	await press();
	const file = await coming;
	await file.saveAs(to);
	return file.suggestedFilename();
}

test('a learner takes a deck away as an Anki package and brings it back: nothing in it is new', async ({
	page,
}, info) => {
	await page.goto('/deck/neural-networks');
	await page.getByRole('link', { name: 'Export this deck' }).click();
	await page.waitForLoadState('networkidle');
	const to = info.outputPath('deck.apkg');
	const exporting = section(page, 'Export');
	await expect(exporting.getByLabel('Deck')).toHaveValue('neural-networks');
	const press = () => exporting.getByRole('button', { name: 'Export' }).click();
	expect(await download(page, press, to)).toBe('chainrule-neural-networks.apkg');
	expect(readFileSync(to).subarray(0, 2).toString()).toBe('PK');
	await expect(exporting.getByText('22 notes with 22 cards are in the file.')).toBeVisible();

	const importing = section(page, 'Import');
	await importing.getByLabel(/^File/).setInputFiles(to);
	await importing.getByRole('button', { name: 'See what it would change' }).click();
	await expect(importing.getByRole('heading', { name: 'Nothing in it is new' })).toBeVisible({ timeout: 60_000 });
	await expect(importing.getByRole('row', { name: /Neural networks 0 22/ })).toBeVisible();
	await expect(importing.getByRole('button', { name: 'Import', exact: true })).toHaveCount(0);
});

test('a learner sees what a file would change before it does, agrees, and studies it', async ({
	page,
	server,
}, info) => {
	const file = info.outputPath('physics.md');
	const front = '---\nid: physics\ntitle: Physics\n---\n\n';
	writeFileSync(
		file,
		`${front}## What is force? {#force}\n\n---\n\nMass times acceleration, $F = ma$.\n\n## Broken {#broken}\n\nNo answer.\n`,
	);
	await page.goto('/exchange#import');
	await page.waitForLoadState('networkidle');
	const importing = section(page, 'Import');
	await importing.getByLabel(/^File/).setInputFiles(file);
	await importing.getByRole('button', { name: 'See what it would change' }).click();
	await expect(importing.getByRole('heading', { name: 'This would change' })).toBeVisible({ timeout: 60_000 });
	await expect(importing.getByRole('rowheader', { name: 'Physics (new)' })).toBeVisible();
	await expect(importing.getByText(/no answer/i).first()).toBeAttached();
	const decks = () => {
		const database = new Database(server.databasePath, { readonly: true });
		const ids = database.prepare('SELECT "id" FROM "Deck" ORDER BY "position"').pluck().all();
		database.close();
		return ids;
	};
	expect(decks(), 'nothing is changed yet').toEqual(['neural-networks']);

	await importing.getByRole('button', { name: 'Import', exact: true }).click();
	await expect(importing.getByRole('heading', { name: 'Imported' })).toBeVisible({ timeout: 60_000 });
	await expect(importing.getByText(/What you had before is kept in/)).toBeVisible();
	expect(decks()).toEqual(['neural-networks', 'physics']);
	await page.goto('/review/physics');
	await expect(page.getByRole('heading', { name: 'What is force?' })).toBeVisible();
});

test('a learner backs everything up, loses it, and restores it', async ({ page, server }, info) => {
	await answerAllBut(server, 17);
	const before = readLog(server);
	expect(before.length).toBeGreaterThan(0);
	await page.goto('/exchange');
	await page.waitForLoadState('networkidle');
	const to = info.outputPath('mine.backup.gz');
	const backup = section(page, 'Backup');
	await download(page, () => backup.getByRole('button', { name: 'Back everything up' }).click(), to);

	await server.reset();
	expect(readLog(server)).toEqual([]);
	await page.goto('/exchange');
	await page.waitForLoadState('networkidle');
	await backup.getByText('Restore a backup').click();
	await backup.getByLabel(/^Backup/).setInputFiles(to);
	await expect(backup.getByRole('button', { name: 'Restore' })).toBeDisabled();
	await backup.getByLabel(/is to be replaced/).check();
	await backup.getByRole('button', { name: 'Restore' }).click();
	await expect(backup.getByText(/^Restored:/)).toBeVisible({ timeout: 60_000 });
	expect(readLog(server)).toEqual(before);

	const half = info.outputPath('half.backup.gz');
	writeFileSync(half, readFileSync(to).subarray(0, 5_000));
	await backup.getByLabel(/^Backup/).setInputFiles(half);
	await backup.getByRole('button', { name: 'Restore' }).click();
	await expect(backup.getByText(/it is cut short.*Nothing was changed/)).toBeVisible({ timeout: 60_000 });
	expect(readLog(server)).toEqual(before);
});

test('a learner says what the columns of a table are, and imports it', async ({ page }) => {
	const buffer = Buffer.from('Wort;Bedeutung;Thema\nHund;dog;Tiere\nKatze;cat;Tiere\n');
	await page.goto('/exchange');
	await page.waitForLoadState('networkidle');
	const importing = section(page, 'Import');
	await importing.getByLabel(/^File/).setInputFiles({ name: 'words.csv', mimeType: 'text/csv', buffer });
	await importing.getByRole('button', { name: 'See what it would change' }).click();
	await expect(importing.getByRole('heading', { name: 'What is in each column?' })).toBeVisible({ timeout: 60_000 });
	await importing.getByLabel('The first row holds names').check();
	await importing.getByLabel('Column 1').selectOption('Question');
	await importing.getByLabel('Column 2').selectOption('Answer');
	await importing.getByLabel('Column 3').selectOption('Tags');
	await importing.getByRole('button', { name: 'Go on' }).click();
	await expect(importing.getByRole('heading', { name: 'This would change' })).toBeVisible({ timeout: 60_000 });
	await importing.getByRole('button', { name: 'Import', exact: true }).click();
	await expect(importing.getByRole('heading', { name: 'Imported' })).toBeVisible({ timeout: 60_000 });
	await expect(importing.getByRole('row', { name: /words \(new\) 2/ })).toBeVisible();
});
