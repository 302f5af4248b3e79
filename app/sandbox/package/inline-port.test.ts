import { describe, expect, it } from 'vitest';
import { createRunClient } from '@/app/sandbox/run-client';
import type { DemoModel, Params } from '@/lib/demos/demo';
import { createInlinePort } from './inline-port';

/** A page whose clock moves by what each frame costs, and whose turns are counted. */
function openPage(frameMs: number) {
	let nowMs = 0;
	let turns = 0;
	const made: number[] = [];
	const model: DemoModel<Params, unknown, unknown> = {
		preview: () => 0,
		*run({ to }) {
			for (let k = 1; k <= Number(to); k++) {
				nowMs += frameMs;
				made.push(k);
				yield k;
			}
			return { outcome: to, why: 'counted.' };
		},
		live: () => ({ symbols: {} }),
		table: () => ({ caption: '', columns: [], rows: [] }),
	};
	const later = (callback: () => void) =>
		setTimeout(() => {
			turns++;
			callback();
		}, 0);
	const port = createInlinePort(model, { nowMs: () => nowMs, later });
	return { port, made, turns: () => turns };
}

/** Runs it to its end, each frame asked for as soon as the last has come. */
function runThrough(page: ReturnType<typeof openPage>, to: number): Promise<unknown> {
	return new Promise((resolve, reject) => {
		const client = createRunClient(() => page.port, {
			frame: () => client.next(),
			done: resolve,
			failed: (message) => reject(new Error(message)),
		});
		client.start('x', 'run', { to });
		client.next();
	});
}

describe('the inline port', () => {
	it('answers the run client as a worker does, to the end of the run', async () => {
		const page = openPage(0);
		await expect(runThrough(page, 3)).resolves.toEqual({ outcome: 3, why: 'counted.' });
		expect(page.made).toEqual([1, 2, 3]);
	});

	it('makes many cheap frames in a turn of the page, and gives the page a turn every 8 ms', async () => {
		const cheap = openPage(0.01);
		await runThrough(cheap, 100);
		expect(cheap.turns()).toBeLessThan(5);
		const dear = openPage(5);
		await runThrough(dear, 100);
		expect(dear.turns()).toBeGreaterThanOrEqual(50);
	});

	it('makes no frame before its page has had a turn', () => {
		const page = openPage(1);
		page.port.postMessage({ type: 'start', runId: 1, demoId: 'x', act: 'run', params: { to: 3 } });
		page.port.postMessage({ type: 'next', runId: 1, grain: 'epoch' });
		expect(page.made).toEqual([]);
	});

	it('makes and says nothing more once it is stopped or ended', async () => {
		for (const end of ['stop', 'terminate'] as const) {
			const page = openPage(1);
			const heard: unknown[] = [];
			page.port.onmessage = ({ data }) => heard.push(data);
			page.port.postMessage({ type: 'start', runId: 1, demoId: 'x', act: 'run', params: { to: 3 } });
			page.port.postMessage({ type: 'next', runId: 1, grain: 'epoch' });
			if (end === 'stop') page.port.postMessage({ type: 'stop' });
			else page.port.terminate();
			await new Promise((resolve) => setTimeout(resolve, 10));
			expect(page.made).toEqual([]);
			expect(heard).toEqual([]);
		}
	});
});
