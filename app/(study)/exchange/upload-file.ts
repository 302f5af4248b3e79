import type { ExchangeProgress } from '@/lib/exchange/portable';

const PART_BYTES = 2 ** 21;

/** Sends a file in parts and resolves to the upload's id. Throws an Error in words when the server refuses it. */
export async function uploadFile(
	file: File,
	signal: AbortSignal,
	tell: (progress: ExchangeProgress) => void,
): Promise<string> {
	const begun = await fetch('/api/exchange/uploads', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ name: file.name, bytes: file.size }),
		signal,
	});
	const { upload } = await answerOf<{ upload: string }>(begun);
	for (let at = 0; at < file.size; at += PART_BYTES) {
		tell({ stage: 'upload', done: at, total: file.size });
		const body = await file.slice(at, at + PART_BYTES).arrayBuffer();
		await answerOf(await fetch(`/api/exchange/uploads/${upload}?at=${at}`, { method: 'PUT', body, signal }));
	}
	return upload;
}

async function answerOf<T>(response: Response): Promise<T> {
	const answer = (await response.json().catch(() => null)) as (T & { error?: string }) | null;
	if (response.ok && answer) return answer;
	throw new Error(answer?.error ?? `The server answered ${response.status}; nothing was changed.`);
}
