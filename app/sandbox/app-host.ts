'use client';

import type { DemoHost } from './demo-host';
import { keepPrediction } from './keep-prediction';
import type { WorkerPort } from './run-client';
import { ShareButton } from './share-button';

/** A page of the app: runs in a worker, predictions kept by the server, settings in the address. */
export const appHost: DemoHost = {
	openRun: () =>
		new Worker(new URL('./demo.worker.ts', import.meta.url), { type: 'module', name: 'demo' }) as unknown as WorkerPort,
	keep: keepPrediction,
	showQuery(query) {
		const embedded = new URLSearchParams(location.search).get('embed') === '1';
		const search = [query, embedded ? 'embed=1' : ''].filter(Boolean).join('&');
		const wanted = `${location.pathname}${search && `?${search}`}`;
		if (wanted !== location.pathname + location.search) history.replaceState(history.state, '', wanted);
	},
	Share: ShareButton,
	colours: {
		element: () => document.body,
		watch(changed) {
			const dark = matchMedia('(prefers-color-scheme: dark)');
			dark.addEventListener('change', changed);
			return () => dark.removeEventListener('change', changed);
		},
	},
};
