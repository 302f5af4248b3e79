import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { ExchangeEvent } from '@/lib/exchange/exchange-event';

/** What to do with the result of a command before the page is told, and in the end, however it ended. */
interface Ending {
	result?: (result: never) => unknown;
	finally?: (succeeded: boolean) => void;
}

/**
 * Runs `deck <args>` in a process of its own and answers with its events, a line of JSON each, as they come. The process is stopped when
 * the page goes away or cancels; what it was doing is then put back by itself.
 */
export function runDeck(args: readonly string[], signal: AbortSignal, ending: Ending = {}): Response {
	const flags = ['--conditions=react-server', '--import', 'tsx', 'scripts/deck.ts'];
	const child = spawn(process.execPath, [...flags, ...args, '--json'], { stdio: ['ignore', 'pipe', 'pipe'] });
	const stop = () => void child.kill('SIGTERM');
	signal.addEventListener('abort', stop, { once: true });
	let said = '';
	child.stderr.on('data', (text: Buffer) => {
		said = (said + text.toString()).slice(-2_000);
	});

	const encoder = new TextEncoder();
	const stream = new ReadableStream<Uint8Array>({
		async start(controller) {
			let last: ExchangeEvent | null = null;
			const tell = (event: ExchangeEvent) => {
				last = event;
				if (!signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(event)}\n`));
			};
			const ended = new Promise<void>((resolve) => child.once('close', () => resolve()).once('error', () => resolve()));
			try {
				for await (const line of createInterface({ input: child.stdout })) {
					const event = eventOf(line);
					if (event?.type === 'done' && ending.result)
						tell({ type: 'done', result: ending.result(event.result as never) });
					else if (event) tell(event);
				}
				await ended;
				if (!isLast(last))
					tell({ type: 'error', message: `The work ended before it was done; nothing was changed. ${said}`.trim() });
			} finally {
				signal.removeEventListener('abort', stop);
				ending.finally?.(isDone(last));
				if (!signal.aborted) controller.close();
			}
		},
		cancel: stop,
	});
	return new Response(stream, { headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' } });
}

const isDone = (event: ExchangeEvent | null): boolean => event?.type === 'done';
const isLast = (event: ExchangeEvent | null): boolean => event?.type === 'done' || event?.type === 'error';

/** Lines that are no event come from what runs before the command itself. */
function eventOf(line: string): ExchangeEvent | null {
	if (!line.startsWith('{"type":')) return null;
	return JSON.parse(line) as ExchangeEvent;
}
