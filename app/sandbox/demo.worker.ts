/// <reference lib="webworker" />
import { builtDemos } from '@/lib/demos/built-demos';
import { isDemoId } from '@/lib/demos/demo-id';
import type { ToWorker } from './run-protocol';
import { createRunServer } from './run-server';

const scope = self as unknown as DedicatedWorkerGlobalScope;

const handle = createRunServer(
	(demoId) => {
		if (!isDemoId(demoId)) throw new RangeError(`there is no demo "${demoId}" to run`);
		return builtDemos[demoId].model();
	},
	(message) => scope.postMessage(message),
);

scope.onmessage = (event: MessageEvent<ToWorker>) => handle(event.data);
