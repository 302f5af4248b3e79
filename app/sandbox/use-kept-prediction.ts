'use client';

import { useEffect, useRef, useState } from 'react';
import { useDemoHost } from './demo-host';
import type { Foretold } from './foretold';

/** Whether the prediction on screen is with the learner's server yet; `none` too where nobody keeps predictions. */
export type KeptState = 'none' | 'sending' | 'kept' | 'failed';

/** Has `foretold` kept once it is there, each new object once. */
export function useKeptPrediction(foretold: Foretold | null): KeptState {
	const { keep } = useDemoHost();
	const [state, setState] = useState<KeptState>('none');
	const sent = useRef<Foretold | null>(null);

	useEffect(() => {
		if (!foretold || !keep) {
			setState('none');
			return;
		}
		if (sent.current === foretold) return;
		sent.current = foretold;
		setState('sending');
		void keep(foretold).then((kept) => {
			if (sent.current === foretold) setState(kept ? 'kept' : 'failed');
		});
	}, [foretold, keep]);

	return state;
}
