import type { Refusal } from '@/app/api/outcome';

/** Sends a request that the learner waits for; null when it was taken, else what is wrong in a sentence. */
export async function postJson(path: string, body: unknown): Promise<string | null> {
	const response = await fetch(path, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	}).catch(() => null);
	if (!response) return 'The server cannot be reached; nothing was changed. Try again when it is back.';
	if (response.ok) return null;
	const refusal = (await response.json().catch(() => null)) as Refusal | null;
	return refusal?.error ?? `The server answered ${response.status}; nothing was changed.`;
}
