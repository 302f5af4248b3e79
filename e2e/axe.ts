import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from '@playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
	id: string;
	help: string;
	nodes: { target: string[] }[];
}

/** What axe finds on the page, or in the frame, as it is; `within` an element, it finds nothing that is about pages. */
export async function violations(page: Page | Frame, within?: string): Promise<string[]> {
	await page.evaluate(axe);
	const found = await page.evaluate(async (selector) => {
		const { axe } = window as unknown as {
			axe: { run(context: string, options: object): Promise<{ violations: Violation[] }> };
		};
		return (await axe.run(selector ?? 'html', { preload: selector === undefined })).violations;
	}, within);
	return found.map(
		({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.join(' ')).join(', ')})`,
	);
}
