import { expect, it } from 'vitest';
import { planeBands } from './plane-bands';

it('planeBands() joins cells of one strength along a row and leaves the middle as paper', () => {
	const grid = { columns: 4, rows: 2, values: Float32Array.of(1, 1, 0.5, 0, 9, 0.52, 0.5, 0.5) };
	expect(planeBands(grid, 0.5, 0.5, 2)).toEqual([
		{ sign: 1, strength: 2, d: 'M0 0h2v1h-2zM0 1h1v1h-1z' },
		{ sign: -1, strength: 2, d: 'M3 0h1v1h-1z' },
	]);
});
