import type { ExchangeProgress } from './portable';

/** What a command of the exchange tells on its way: a line of JSON each. The last one is `done` or `error`. */
export type ExchangeEvent<Result = unknown> =
	| ({ type: 'progress' } & ExchangeProgress)
	| { type: 'done'; result: Result }
	| { type: 'error'; message: string };
