import type { ExchangeEvent } from '@/lib/exchange/exchange-event';

/** The events of a response, a line of JSON each, as they come. Throws an Error in words for a response that is none. */
export async function* readEvents(response: Response): AsyncGenerator<ExchangeEvent> {
	if (!response.ok || !response.body) {
		const refusal = (await response.json().catch(() => null)) as { error?: string } | null;
		throw new Error(refusal?.error ?? `The server answered ${response.status}; nothing was changed.`);
	}
	let held = '';
	const decoder = new TextDecoder();
	const reader = response.body.getReader();
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return;
		held += decoder.decode(value, { stream: true });
		const lines = held.split('\n');
		held = lines.pop() ?? '';
		for (const line of lines) yield JSON.parse(line) as ExchangeEvent;
	}
}
