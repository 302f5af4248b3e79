import { describe, expect, it } from 'vitest';
import type { ExchangeEvent } from '@/lib/exchange/exchange-event';
import { readEvents } from './read-events';

async function eventsOf(response: Response): Promise<ExchangeEvent[]> {
	const events: ExchangeEvent[] = [];
	for await (const event of readEvents(response)) events.push(event);
	return events;
}

describe('readEvents()', () => {
	it('puts lines together that arrive in pieces, within letters too', async () => {
		const bytes = new TextEncoder().encode('{"type":"error","message":"ü"}\n{"type":"done","result":1}\n');
		const pieces = new ReadableStream<Uint8Array>({
			start(controller) {
				for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
				controller.close();
			},
		});
		expect(await eventsOf(new Response(pieces))).toEqual([
			{ type: 'error', message: 'ü' },
			{ type: 'done', result: 1 },
		]);
	});

	it('throws the words of a refusal', async () => {
		await expect(eventsOf(Response.json({ error: 'too large' }, { status: 413 }))).rejects.toThrow('too large');
	});
});
