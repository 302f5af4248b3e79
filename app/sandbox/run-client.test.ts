import { describe, expect, it } from 'vitest';
import { createRunClient, type WorkerPort } from './run-client';
import type { FromWorker, ToWorker } from './run-protocol';

function open() {
	const sent: ToWorker[] = [];
	const heard: unknown[] = [];
	let opened = 0;
	let ended = 0;
	const port: WorkerPort = {
		postMessage: (message) => sent.push(message),
		onmessage: null,
		onerror: null,
		terminate: () => {
			ended++;
		},
	};
	const client = createRunClient(
		() => {
			opened++;
			return port;
		},
		{
			frame: (frame) => heard.push(frame),
			done: (result) => heard.push({ done: result }),
			failed: (message) => heard.push({ failed: message }),
		},
	);
	const answer = (data: FromWorker) => port.onmessage?.({ data } as MessageEvent<FromWorker>);
	return { client, port, sent, heard, answer, counts: () => ({ opened, ended }) };
}

describe('the run client', () => {
	it('opens its worker at the first start, once, and ends it when closed', () => {
		const { client, counts } = open();
		expect(counts()).toEqual({ opened: 0, ended: 0 });
		client.start('neuron', 'run', {});
		client.start('neuron', 'run', {});
		expect(counts()).toEqual({ opened: 1, ended: 0 });
		client.close();
		expect(counts()).toEqual({ opened: 1, ended: 1 });
	});

	it('never has more than one frame in flight', () => {
		const { client, sent, answer } = open();
		client.start('neuron', 'run', {});
		for (let k = 0; k < 5; k++) client.next();
		expect(sent.filter((message) => message.type === 'next')).toHaveLength(1);
		answer({ type: 'frame', runId: 1, frame: 'a' });
		client.next();
		expect(sent.filter((message) => message.type === 'next')).toHaveLength(2);
	});

	it('drops what comes late of an earlier run, or after stop', () => {
		const { client, heard, answer } = open();
		client.start('neuron', 'run', {});
		client.next();
		client.start('neuron', 'run', {});
		answer({ type: 'frame', runId: 1, frame: 'late' });
		answer({ type: 'frame', runId: 2, frame: 'mine' });
		client.stop();
		answer({ type: 'frame', runId: 2, frame: 'too late' });
		answer({ type: 'done', runId: 2, result: 'too late' });
		expect(heard).toEqual(['mine']);
	});

	it('passes on the end of a run and asks for nothing more', () => {
		const { client, sent, heard, answer } = open();
		client.start('neuron', 'run', {});
		client.next();
		answer({ type: 'done', runId: 1, result: 'all' });
		client.next();
		expect(heard).toEqual([{ done: 'all' }]);
		expect(sent.filter((message) => message.type === 'next')).toHaveLength(1);
	});

	it('says so when the worker itself fails', () => {
		const { client, port, heard } = open();
		client.start('neuron', 'run', {});
		port.onerror?.({ message: '' } as ErrorEvent);
		expect(heard).toEqual([{ failed: 'the code of this demo could not be loaded' }]);
	});
});
