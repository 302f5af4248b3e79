import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { choosePort } from './free-port.mjs';

const open: Server[] = [];

async function takePort(port = 0): Promise<number> {
	const server = createServer().listen(port, '127.0.0.1');
	await once(server, 'listening');
	open.push(server);
	const address = server.address();
	return typeof address === 'object' && address ? address.port : 0;
}

afterEach(async () => {
	for (const server of open.splice(0)) await new Promise((done) => server.close(done));
});

describe('choosePort()', () => {
	it('takes the next port when the first is taken and PORT is not set', async () => {
		const taken = await takePort();
		const chosen = await choosePort(undefined, taken);
		expect(chosen).toBeGreaterThan(taken);
		expect(chosen).toBeLessThan(taken + 50);
	});

	it('takes exactly PORT', async () => {
		const taken = await takePort();
		open.pop()?.close();
		expect(await choosePort(String(taken))).toBe(taken);
	});

	it('says who is in the way when PORT is taken, and offers another', async () => {
		const taken = await takePort();
		await expect(choosePort(String(taken))).rejects.toThrow(`another program listens on 127.0.0.1:${taken}`);
		await expect(choosePort(String(taken))).rejects.toThrow(/PORT=\d+ npm start/);
	});

	it.each(['0', '65536', '3000.5', 'http', '-1'])('refuses PORT=%s', async (text) => {
		await expect(choosePort(text)).rejects.toThrow('a whole number from 1 to 65535');
	});
});
