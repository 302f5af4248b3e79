/**
 * A failure that a person can act on: what was attempted, what happened, what to do.
 * Its message is those three on three lines, ready to print.
 */
export class Failure extends Error {
	/** @param {{ attempted: string, happened: string, advice: string, cause?: unknown }} parts */
	constructor({ attempted, happened, advice, cause }) {
		super(`✗ Could not ${attempted}.\n  What happened: ${happened}\n  What to do:    ${advice}`, { cause });
		this.name = 'Failure';
	}
}

/** A child process has already explained itself on stderr: only its exit code is left to pass on. */
export class AlreadyExplained extends Error {
	/** @param {number} code */
	constructor(code) {
		super(`a step ended with code ${code}`);
		this.code = code;
	}
}

const CAUSES = [
	{
		signs: /ENOSPC|SQLITE_FULL|database or disk is full|no space left/i,
		happened: 'the disk is full.',
		advice: 'free some space (an installation with its build takes about 1.5 GB), then run the same command again.',
	},
	{
		signs: /EROFS|SQLITE_READONLY|readonly database|read-only file system/i,
		happened: 'it may be read but not written.',
		advice:
			'make the folder writable, or keep the database elsewhere: DATABASE_URL=file:/path/to/chainrule.db npm start',
	},
	{
		signs: /EACCES|EPERM|permission denied/i,
		happened: 'this user may not write there.',
		advice:
			'change its permissions; a database may also lie elsewhere: DATABASE_URL=file:/path/to/chainrule.db npm start',
	},
	{
		signs: /ENOTDIR|EEXIST|SQLITE_CANTOPEN|unable to open database file/i,
		happened: 'no file can be opened there: a part of the path is not a folder.',
		advice: 'check the path in DATABASE_URL or XDG_DATA_HOME (file:/path/to/chainrule.db).',
	},
	{
		signs: /SQLITE_BUSY|database is locked/i,
		happened: 'another program is writing to the database and did not finish in time.',
		advice: 'close other programs that have the file open, then run the same command again.',
	},
	{
		signs: /SQLITE_CORRUPT|database disk image is malformed/i,
		happened: 'the database file is damaged.',
		advice: 'put a copy back: those made before each upgrade lie beside it and end in .before-<name>.',
	},
	{
		signs: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/i,
		happened: 'the package registry could not be reached.',
		advice:
			'connect to the network (the first start alone needs it), check any proxy, then run the same command again.',
	},
];

/**
 * Reads an error (or the output of a program) for a cause that is known, and words it.
 * @param {string} attempted completes "Could not …"
 * @param {unknown} error
 */
export function explain(attempted, error) {
	if (error instanceof Failure || error instanceof AlreadyExplained) return error;
	const code = error instanceof Error && 'code' in error ? String(error.code) : '';
	const text = error instanceof Error ? error.message : String(error);
	const cause = CAUSES.find(({ signs }) => signs.test(code)) ?? CAUSES.find(({ signs }) => signs.test(text));
	if (cause) {
		const sign = code || text.match(cause.signs)?.[0];
		return new Failure({ attempted, happened: `${cause.happened} (${sign})`, advice: cause.advice, cause: error });
	}
	return new Failure({
		attempted,
		happened: text.trim(),
		advice: 'read the lines above; when they say nothing you can act on, report them with the command you ran.',
		cause: error,
	});
}

/**
 * Runs a command's main function and turns whatever it throws into a message and an exit code.
 * @param {string} attempted completes "Could not …"
 * @param {() => Promise<unknown>} main
 */
export async function runMain(attempted, main) {
	try {
		await main();
	} catch (error) {
		const failure = explain(attempted, error);
		if (failure instanceof AlreadyExplained) process.exit(failure.code);
		console.error(`\n${failure.message}\n`);
		if (process.env.CHAINRULE_TRACE) console.error(error);
		process.exit(1);
	}
}
