import type { Refusal } from '@/app/api/outcome';
import type { SettingsRequest } from '@/app/api/wire';

/** Sends the learner's calendar; null when it was taken, else what is wrong in a sentence. */
export async function saveCalendar(calendar: SettingsRequest): Promise<string | null> {
	const response = await fetch('/api/settings', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(calendar),
	}).catch(() => null);
	if (!response) return 'The server cannot be reached; nothing was changed. Try again when it is back.';
	if (response.ok) return null;
	const refusal = (await response.json().catch(() => null)) as Refusal | null;
	return refusal?.error ?? `The server answered ${response.status}; nothing was changed.`;
}
