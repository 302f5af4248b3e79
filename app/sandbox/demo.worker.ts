/// <reference lib="webworker" />
import { builtDemos, isBuilt } from '@/lib/demos/built-demos';
import type { ToWorker } from './run-protocol';
import { createRunServer } from './run-server';

const scope = self as unknown as DedicatedWorkerGlobalScope;

const handle = createRunServer(
	(demoId) => {
		if (!isBuilt(demoId)) throw new RangeError(`there is no demo "${demoId}" to run`);
		return builtDemos[demoId].model();
	},
	(message) => scope.postMessage(message),
);

scope.onmessage = (event: MessageEvent<ToWorker>) => handle(event.data);
