import { type BrowserContext, test as base, expect } from '@playwright/test';
import { Server } from './server';

interface Options {
	/** Console errors that a journey brings about on purpose, such as those of a stopped server. */
	allowedErrors: RegExp | null;
	/** Whether a test may write, or stop the server: the next one then begins on a fresh copy. Off for tests that only read. */
	changesState: boolean;
}

interface Fixtures {
	/** The running server of this test, its database as seeded and its clock right. */
	server: Server;
	/** Makes a further browser context count: its errors fail the test like those of `page`. */
	watch: (context: BrowserContext) => void;
	noErrors: undefined;
}

interface WorkerFixtures {
	workerServer: { server: Server; changed: boolean };
}

/** Playwright's test, with a server and database of its own, which any error in a page fails. */
export const test = base.extend<Options & Fixtures, WorkerFixtures>({
	allowedErrors: [null, { option: true }],
	changesState: [true, { option: true }],

	workerServer: [
		// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures needed from the pattern
		async ({}, use, info) => {
			const server = await Server.open(`.tmp/e2e/worker-${info.workerIndex}.db`);
			await use({ server, changed: false });
			await server.stop();
		},
		{ scope: 'worker' },
	],

	server: async ({ workerServer, changesState }, use, info) => {
		if (workerServer.changed) await workerServer.server.reset();
		workerServer.changed = changesState;
		await use(workerServer.server);
		if (info.status !== info.expectedStatus) {
			await info.attach('server.log', { body: workerServer.server.log, contentType: 'text/plain' });
		}
	},

	baseURL: async ({ server }, use) => use(server.url),

	watch: async ({ allowedErrors }, use) => {
		const errors: string[] = [];
		const note = (text: string) => {
			if (!allowedErrors?.test(text)) errors.push(text);
		};
		await use((context) => {
			context.on('console', (message) => {
				// a violation of the content policy arrives here too
				if (message.type() === 'error') note(`${message.text()} (${message.location().url})`);
			});
			context.on('weberror', (error) => note(String(error.error())));
		});
		expect(errors, 'console errors, page errors and content-policy violations').toEqual([]);
	},

	noErrors: [
		async ({ watch, context }, use) => {
			watch(context);
			await use(undefined);
		},
		{ auto: true },
	],
});

export { expect };
