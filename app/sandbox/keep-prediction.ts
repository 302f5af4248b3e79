import type { Foretold } from './foretold';

const AGAIN_AFTER_MS = [0, 1_000, 4_000];

/** Sends a prediction to the learner's server, again when it cannot be reached; resolves to whether it was taken. */
export async function keepPrediction(foretold: Foretold): Promise<boolean> {
	const body = { key: crypto.randomUUID(), ...foretold };
	for (const waitMs of AGAIN_AFTER_MS) {
		await new Promise((resolve) => setTimeout(resolve, waitMs));
		const response = await fetch('/api/predictions', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
			// It arrives even when the page is left at once.
			keepalive: true,
		}).catch(() => null);
		if (response?.ok) return true;
		// What was refused once is refused again.
		if (response && response.status < 500) return false;
	}
	return false;
}
