/** A file that cannot be read or written: what was attempted, what was met, what is allowed and what was kept, in one or two sentences. */
export class ExchangeError extends Error {
	constructor(message: string, options?: ErrorOptions) {
		super(message, options);
		this.name = 'ExchangeError';
	}
}
