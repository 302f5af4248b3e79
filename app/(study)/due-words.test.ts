import { expect, it } from 'vitest';
import { dueWords } from './due-words';

const inMs = (ms: number) => dueWords({ kind: 'instant', atMs: 1_000 + ms }, 1_000);

it('dueWords() counts minutes up, then hours', () => {
	expect([
		inMs(-5),
		inMs(1),
		inMs(60_000),
		inMs(60_001),
		inMs(89 * 60_000),
		inMs(91 * 60_000),
		inMs(5 * 3_600_000),
	]).toEqual(['now', 'in 1 minute', 'in 1 minute', 'in 2 minutes', 'in 89 minutes', 'in 2 hours', 'in 5 hours']);
});

it('dueWords() names study days', () => {
	expect([0, 1, 2, 30].map((daysFromToday) => dueWords({ kind: 'day', daysFromToday }, 0))).toEqual([
		'now',
		'tomorrow',
		'in 2 days',
		'in 30 days',
	]);
});
