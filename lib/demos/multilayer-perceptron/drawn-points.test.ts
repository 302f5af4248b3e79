import { describe, expect, it } from 'vitest';
import { defaultParams } from '@/lib/demos/field';
import { formatQuery } from '@/lib/demos/format-query';
import { parseQuery } from '@/lib/demos/parse-query';
import { drawnPoints, withoutLastPoint, withPoint } from './drawn-points';
import { perceptronModel } from './model';
import { perceptronData } from './net';
import { perceptronFields } from './params';

describe('points drawn by the learner', () => {
	it('travel in the address and back', () => {
		const points = withPoint([10, -20, 1], { x1: 0.333, x2: -5, label: 0 });
		expect(points).toEqual([10, -20, 1, 33, -115, 0]);
		const params = { ...defaultParams(perceptronFields), data: 'drawn' as const, points };
		expect(parseQuery(perceptronFields, formatQuery(perceptronFields, params))).toEqual({ params, problems: [] });
		expect(drawnPoints(points)[1]).toEqual({ x1: 0.33, x2: -1.15, label: 0 });
	});

	it.each(['1,2', '1,2,3', '1.5,2,0', '200,0,1', 'x,0,1', '', `${'1,1,1,'.repeat(60)}1,1,1`])(
		'are refused as %s, and the usual ones stand instead',
		(text) => {
			const { params, problems } = parseQuery(perceptronFields, new URLSearchParams({ points: text }));
			expect(params.points).toEqual(perceptronFields.points.default);
			expect(problems).toHaveLength(1);
		},
	);

	it('stop at the limit, and never run out', () => {
		let points: readonly number[] = [0, 0, 1];
		for (let k = 0; k < 100; k++) points = withPoint(points, { x1: 0, x2: 0, label: 0 });
		expect(points).toHaveLength(3 * perceptronFields.points.most);
		expect(withoutLastPoint([0, 0, 1])).toEqual([0, 0, 1]);
		expect(withoutLastPoint([0, 0, 1, 5, 5, 0])).toEqual([0, 0, 1]);
	});

	it('are what the net is trained on, in batches that need not come out even', () => {
		const points = [...perceptronFields.points.default, 0, 0, 1, 10, 10, 1, 20, 20, 1];
		const params = { ...defaultParams(perceptronFields), data: 'drawn' as const, hidden: 1, points };
		expect(perceptronData(params).x.rows).toBe(points.length / 3);
		const train = perceptronModel.train?.(params);
		train?.next();
		const step = train?.next('epoch');
		expect(step?.done === false && step.value.walk).toMatchObject({ batch: 2, batches: 2, phase: 'update' });
	});
});
