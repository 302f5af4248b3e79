'use client';

import { type ComponentType, createContext, useContext } from 'react';
import type { DemoModel, Params } from '@/lib/demos/demo';
import type { Foretold } from './foretold';
import type { WorkerPort } from './run-client';
import type { RunState } from './run-state';

/** What a demo finds around it: on a page of the app, or under a card in another program. */
export interface DemoHost {
	/** Where its frames are made. */
	openRun(model: DemoModel<Params, unknown, unknown>): WorkerPort;
	/** Keeps a prediction with its card, and tells whether it did; null where nobody keeps any. */
	keep: ((foretold: Foretold) => Promise<boolean>) | null;
	/** Shows the settings where they can be copied from; null where there is no address. */
	showQuery: ((query: string) => void) | null;
	/** The button that gives the settings away. */
	Share: ComponentType | null;
	colours: {
		/** An element that has the colours of the demo. */
		element(): Element;
		/** Calls back whenever they change, until the function it returns is called. */
		watch(changed: () => void): () => void;
	};
	/** The run as it stands at first: for a still picture of its end. */
	startsAs?: RunState<unknown, unknown>;
}

/** Given by whoever puts a demo on a page. */
export const DemoHostContext = createContext<DemoHost | null>(null);

/** What is around the demo; throws a TypeError outside of any `DemoHostContext`. */
export function useDemoHost(): DemoHost {
	const host = useContext(DemoHostContext);
	if (!host) throw new TypeError('a demo was drawn outside of a DemoHostContext');
	return host;
}
