import { describe, expect, it } from 'vitest';
import { readMountConfig } from './mount-config';

describe('readMountConfig()', () => {
	it('reads a demo and its settings, whatever else is said', () => {
		expect(readMountConfig('{"noteId":"a/b","demoId":"neuron","query":"b=1","label":"Run it"}')).toEqual({
			demoId: 'neuron',
			query: 'b=1',
		});
	});

	it.each([
		'',
		'{',
		'null',
		'[]',
		'"neuron"',
		'{"demoId":"nosuch","query":""}',
		'{"demoId":"neuron"}',
		'{"demoId":"constructor","query":""}',
	])('refuses %s', (text) => {
		expect(readMountConfig(text)).toBeNull();
	});
});
