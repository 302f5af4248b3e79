import 'server-only';

/**
 * The server's clock, epoch milliseconds: the one place where the app asks what time it is.
 * CHAINRULE_NOW_OFFSET_MS (an integer, default 0) moves it, so that a test can live through tomorrow.
 * Throws RangeError when that variable is not an integer.
 */
export function nowMs(): number {
	const offset = Number(process.env['CHAINRULE_NOW_OFFSET_MS'] ?? 0);
	if (!Number.isSafeInteger(offset)) {
		throw new RangeError(
			`cannot read the clock: CHAINRULE_NOW_OFFSET_MS is ${process.env['CHAINRULE_NOW_OFFSET_MS']}; a whole number of milliseconds is allowed`,
		);
	}
	return Date.now() + offset;
}
