import { chromium, defineConfig } from '@playwright/test';
import { findChromium } from './scripts/find-chromium.mjs';

const browser = findChromium(chromium.executablePath());
if (!browser) throw new Error('no Chromium found: set CHROMIUM_PATH, or run `npx playwright install chromium`');

export default defineConfig({
	testDir: 'e2e',
	outputDir: '.tmp/playwright',
	globalSetup: './e2e/template-database.ts',
	fullyParallel: true,
	workers: 2,
	retries: 0,
	// a journey may start its server several times, on a machine that is busy with the other worker
	timeout: 120_000,
	expect: { timeout: 15_000 },
	reporter: [['list']],
	use: {
		locale: 'en-GB',
		timezoneId: 'Europe/Berlin',
		trace: 'retain-on-failure',
		launchOptions: {
			executablePath: browser.path,
			// Chromium refuses its sandbox to root, and containers have a small /dev/shm
			args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-dev-shm-usage'],
		},
	},
	projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
});
