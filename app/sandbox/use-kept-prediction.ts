'use client';

import { useEffect, useRef, useState } from 'react';

/** A prediction with its outcome, in the words the page shows. */
export interface Foretold {
	demoId: string;
	query: string;
	seed: number | null;
	guess: string;
	measured: string;
	grade: 'hit' | 'close' | 'miss';
}

/** Whether the prediction on screen is with the learner's server yet. */
export type KeptState = 'none' | 'sending' | 'kept' | 'failed';

const AGAIN_AFTER_MS = [0, 1_000, 4_000];

/** Sends `foretold` once it is there, each new object once, and tries again when the server cannot be reached. */
export function useKeptPrediction(foretold: Foretold | null): KeptState {
	const [state, setState] = useState<KeptState>('none');
	const sent = useRef<Foretold | null>(null);

	useEffect(() => {
		if (!foretold) {
			setState('none');
			return;
		}
		if (sent.current === foretold) return;
		sent.current = foretold;
		setState('sending');
		void send({ key: crypto.randomUUID(), ...foretold }).then((kept) => {
			if (sent.current === foretold) setState(kept ? 'kept' : 'failed');
		});
	}, [foretold]);

	return state;
}

async function send(body: Foretold & { key: string }): Promise<boolean> {
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
