import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { nodeProblem } from './require-node.mjs';

describe('nodeProblem()', () => {
	it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('has nothing against Node %s', (version) => {
		expect(nodeProblem(version)).toBeNull();
	});

	it.each(['12.22.12', '18.20.4', '20.0.0', '20.18.3'])('names Node %s and what to install', (version) => {
		expect(nodeProblem(version)).toContain(`with Node ${version}`);
		expect(nodeProblem(version)).toContain('What to do:    install it from https://nodejs.org');
	});
});

describe('the commands on an old Node', () => {
	const pretend = `data:text/javascript,Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } })`;

	it.each(['scripts/start.mjs', 'scripts/test.mjs'])('%s stops at once and says why', (script) => {
		const run = () => execFileSync(process.execPath, ['--import', pretend, script], { stdio: 'pipe' });
		expect(run).toThrow(expect.objectContaining({ status: 1 }));
		expect(run).toThrow(/Could not start Chainrule with Node 18\.20\.4/);
	});
});
