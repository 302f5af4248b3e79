import { createServer } from 'node:net';
import { Failure } from './failure.mjs';

const FIRST_PORT = 3000;
const PORTS_TRIED = 50;

/**
 * The port to serve on: exactly PORT when it is set, else the first free one from 3000 on.
 * @param {string | undefined} wanted the PORT of the environment
 * @param {number} [first]
 * @throws {Failure} when PORT is taken or no port, or none of fifty is free
 */
export async function choosePort(wanted, first = FIRST_PORT) {
	if (wanted !== undefined && wanted !== '') return exactPort(wanted);
	for (let port = first; port < first + PORTS_TRIED; port++) {
		if (await isFree(port)) return port;
	}
	throw new Failure({
		attempted: `find a free port from ${first} to ${first + PORTS_TRIED - 1}`,
		happened: 'all of them are taken.',
		advice: 'end some of the programs that listen there, or name a port yourself: PORT=8080 npm start',
	});
}

async function exactPort(text) {
	const port = Number(text);
	if (!Number.isInteger(port) || port < 1 || port > 65_535) {
		throw new Failure({
			attempted: `start on PORT=${text}`,
			happened: 'a port is a whole number from 1 to 65535.',
			advice: 'name another one (PORT=3001 npm start), or leave PORT out to have a free one chosen.',
		});
	}
	if (await isFree(port)) return port;
	throw new Failure({
		attempted: `start on port ${port}`,
		happened: `another program listens on 127.0.0.1:${port} (it may be Chainrule itself, still running), or the port is reserved.`,
		advice: `end that program, name another port (PORT=${port === 65_535 ? 3001 : port + 1} npm start), or leave PORT out to have a free one chosen.`,
	});
}

/** @param {number} port */
function isFree(port) {
	return new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(false));
		server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
	});
}
