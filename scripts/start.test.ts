import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { TemporaryProject } from './temporary-project';

// a fresh clone: no packages yet
const project = new TemporaryProject({ packages: false });
afterAll(() => project.remove());

describe('npm start on a fresh clone', () => {
	it('says that PORT is taken before it spends minutes on installing', async () => {
		const server = createServer().listen(0, '127.0.0.1');
		await once(server, 'listening');
		const address = server.address();
		const port = typeof address === 'object' && address ? address.port : 0;
		const { code, output } = await project.node(['scripts/start.mjs'], { PORT: String(port) });
		server.close();
		expect(code).toBe(1);
		expect(output).toContain(`Could not start on port ${port}`);
		expect(output).not.toContain('install packages');
	});

	it('says that the data folder cannot be made before it installs', async () => {
		const inAFile = `file:${project.path('package.json')}/chainrule.db`;
		const { code, output } = await project.node(['scripts/start.mjs'], { DATABASE_URL: inAFile });
		expect(code).toBe(1);
		expect(output).toContain(`Could not write to the data folder ${project.path('package.json')}`);
		expect(output).not.toContain('install packages');
	});

	it('says that the network is needed when the registry cannot be reached', async () => {
		const { code, output } = await project.node(['scripts/start.mjs'], {
			XDG_DATA_HOME: project.path('data'),
			npm_config_registry: 'http://127.0.0.1:9',
			npm_config_cache: project.path('empty-cache'),
			npm_config_fetch_retries: '0',
		});
		expect(code).toBe(1);
		expect(output).toContain('✗ Could not install the packages.');
		expect(output).toContain('the package registry could not be reached. (ECONNREFUSED)');
		expect(output).toContain('What to do:    connect to the network');
	});
});
