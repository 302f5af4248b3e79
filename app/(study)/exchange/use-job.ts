import { useCallback, useEffect, useRef, useState } from 'react';
import type { ExchangeProgress } from '@/lib/exchange/portable';
import { readEvents } from './read-events';

/** A piece of work as the page shows it. */
export type Job<Result> =
	| { state: 'idle' }
	| { state: 'running'; progress: ExchangeProgress | null }
	| { state: 'done'; result: Result }
	| { state: 'failed'; message: string };

/** Begins work with the signal that stops it and a place to tell progress. */
export type Work<Result> = (signal: AbortSignal, tell: (progress: ExchangeProgress) => void) => Promise<Result>;

/** Runs one piece of work at a time; leaving the page, `cancel` and a new `start` stop the one before. */
export function useJob<Result>(): {
	job: Job<Result>;
	start: (work: Work<Result>) => void;
	cancel: () => void;
	reset: () => void;
} {
	const [job, setJob] = useState<Job<Result>>({ state: 'idle' });
	const running = useRef<AbortController | null>(null);
	const reset = useCallback(() => {
		running.current?.abort();
		running.current = null;
		setJob({ state: 'idle' });
	}, []);
	useEffect(() => () => running.current?.abort(), []);
	const start = useCallback((work: Work<Result>) => {
		running.current?.abort();
		const controller = new AbortController();
		running.current = controller;
		const show = (next: Job<Result>) => {
			if (running.current === controller) setJob(next);
		};
		show({ state: 'running', progress: null });
		work(controller.signal, (progress) => show({ state: 'running', progress })).then(
			(result) => show({ state: 'done', result }),
			(error: unknown) => show({ state: 'failed', message: wordsOf(error) }),
		);
	}, []);
	return { job, start, cancel: reset, reset };
}

function wordsOf(error: unknown): string {
	// what browsers throw when there is no answer at all
	if (error instanceof TypeError)
		return 'The server cannot be reached; nothing was changed. Try again when it is back.';
	if (error instanceof DOMException && error.name === 'NotReadableError') {
		return 'The file was moved or changed since it was chosen; nothing was changed here. Choose it again.';
	}
	return error instanceof Error ? error.message : String(error);
}

/** Posts `body`, tells the progress that comes back, and resolves to the result. Throws an Error in words when there is none. */
export async function runRemote<Result>(
	path: string,
	body: unknown,
	signal: AbortSignal,
	tell: (progress: ExchangeProgress) => void,
): Promise<Result> {
	const headers = { 'content-type': 'application/json' };
	const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body), signal });
	let result: { is: Result } | null = null;
	// to the end, so that the answer counts as received whole
	for await (const event of readEvents(response)) {
		if (event.type === 'progress') tell(event);
		else if (event.type === 'done') result = { is: event.result as Result };
		else throw new Error(event.message);
	}
	if (result) return result.is;
	throw new Error('The server stopped before the work was done; nothing was changed.');
}
