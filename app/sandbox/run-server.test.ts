import { describe, expect, it } from 'vitest';
import type { DemoModel, Params } from '@/lib/demos/demo';
import type { FromWorker } from './run-protocol';
import { createRunServer } from './run-server';

type Model = DemoModel<Params, unknown, unknown>;

function counting(log: string[]): Model {
	return {
		preview: () => 0,
		*run({ to }) {
			for (let k = 1; k <= Number(to); k++) {
				log.push(`made ${k}`);
				yield k;
			}
			return { outcome: to, why: 'counted.' };
		},
		live: () => ({ symbols: {} }),
		table: () => ({ caption: '', columns: [], rows: [] }),
	};
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

function open(load: (log: string[]) => Promise<Model> = async (log) => counting(log)) {
	const posted: FromWorker[] = [];
	const log: string[] = [];
	const handle = createRunServer(
		() => load(log),
		(message) => posted.push(message),
	);
	const start = (runId: number, act: 'run' | 'train' = 'run', to = 2) =>
		handle({ type: 'start', runId, demoId: 'x', act, params: { to } });
	return { posted, log, handle, start };
}

describe('the run server', () => {
	it('makes a frame for each next, none before, and then says it is done', async () => {
		const { posted, log, handle, start } = open();
		start(1);
		await settle();
		expect(log).toEqual([]);
		handle({ type: 'next', runId: 1, grain: 'epoch' });
		expect(log).toEqual(['made 1']);
		handle({ type: 'next', runId: 1, grain: 'epoch' });
		handle({ type: 'next', runId: 1, grain: 'epoch' });
		expect(posted).toEqual([
			{ type: 'frame', runId: 1, frame: 1 },
			{ type: 'frame', runId: 1, frame: 2 },
			{ type: 'done', runId: 1, result: { outcome: 2, why: 'counted.' } },
		]);
	});

	it('keeps a next that comes while the model is loading', async () => {
		const { posted, handle, start } = open();
		start(1);
		handle({ type: 'next', runId: 1, grain: 'epoch' });
		await settle();
		expect(posted).toEqual([{ type: 'frame', runId: 1, frame: 1 }]);
	});

	it('does nothing for a next of another run, nor after stop', async () => {
		const { posted, handle, start } = open();
		start(1);
		start(2);
		await settle();
		handle({ type: 'next', runId: 1, grain: 'epoch' });
		expect(posted).toEqual([]);
		handle({ type: 'stop' });
		handle({ type: 'next', runId: 2, grain: 'epoch' });
		expect(posted).toEqual([]);
	});

	it('tells training how far its next frame is to go', async () => {
		const { posted, handle, start } = open(async (log) => ({
			...counting(log),
			*train() {
				let asked = yield 'start';
				for (;;) asked = yield asked;
			},
		}));
		start(1, 'train');
		await settle();
		for (const grain of ['epoch', 'phase', 'batch'] as const) handle({ type: 'next', runId: 1, grain });
		expect(posted.map((message) => message.type === 'frame' && message.frame)).toEqual(['start', 'phase', 'batch']);
	});

	it('says what failed: loading, a demo that does not train, a model that throws', async () => {
		const failing = open(() => Promise.reject(new Error('gone')));
		failing.start(1);
		await settle();
		expect(failing.posted).toEqual([{ type: 'failed', runId: 1, message: 'gone' }]);

		const untrained = open();
		untrained.start(1, 'train');
		await settle();
		expect(untrained.posted).toEqual([{ type: 'failed', runId: 1, message: 'the demo x does not train' }]);

		const throwing = open(async (log) => ({
			...counting(log),
			// biome-ignore lint/correctness/useYield: it fails before its first frame
			*run() {
				throw new RangeError('too deep');
			},
		}));
		throwing.start(1);
		throwing.handle({ type: 'next', runId: 1, grain: 'epoch' });
		await settle();
		expect(throwing.posted).toEqual([{ type: 'failed', runId: 1, message: 'too deep' }]);
	});
});
