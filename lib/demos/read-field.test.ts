import { describe, expect, it } from 'vitest';
import type { PointsField } from './field';
import { readField } from './read-field';

const points = { kind: 'points', label: 'Points', default: [], reach: 100, most: 2 } as unknown as PointsField;

describe('readField()', () => {
	it('reads drawn points: two places and a class each', () => {
		expect(readField(points, '10,-20,0')).toEqual([10, -20, 0]);
		expect(readField(points, '10,-20,0,100,-100,1')).toEqual([10, -20, 0, 100, -100, 1]);
	});

	it.each([
		'',
		'1',
		'1,2',
		'1,2,2',
		'1,2,-1',
		'101,0,0',
		'1.5,0,0',
		'1,2,0,3',
		'1,2,0,1,2,0,1,2,0',
		`${'0'.repeat(60)},0,0`,
	])('refuses the points %s', (text) => {
		expect(readField(points, text)).toBeNull();
	});
});
