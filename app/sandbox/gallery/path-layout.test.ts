import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEMO_IDS } from '@/lib/demos/demo-id';
import { demoEntry } from '@/lib/demos/registry';
import { layOutPath, placeApart } from './path-layout';

describe('layOutPath()', () => {
	it('stands each concept below all it rests on and leaves out steps that others lead to', () => {
		const { places, steps, rows } = layOutPath(
			[
				{ id: 'a', restsOn: [] },
				{ id: 'b', restsOn: ['a'] },
				{ id: 'c', restsOn: ['a', 'b'] },
			],
			3,
		);
		expect(places.map((place) => place.row)).toEqual([0, 1, 2]);
		expect(steps).toEqual([
			{ from: 'a', to: 'b' },
			{ from: 'b', to: 'c' },
		]);
		expect(rows).toBe(3);
	});

	it('refuses a concept that rests on none that came before', () => {
		expect(() => layOutPath([{ id: 'a', restsOn: ['b'] }], 3)).toThrow('a rests on b');
	});

	it('lays out the deck’s demos so that no two boxes meet and no arrow points up', () => {
		const nodes = DEMO_IDS.flatMap((id) => demoEntry(id) ?? []);
		const { places, steps } = layOutPath(nodes, 4);
		const at = new Map(places.map((place) => [place.id, place]));
		for (const { from, to } of steps) expect(at.get(to)?.row).toBeGreaterThan(at.get(from)?.row ?? 99);
		for (const a of places) {
			for (const b of places) {
				if (a.id < b.id && a.row === b.row) expect(Math.abs(a.across - b.across)).toBeGreaterThan(0.2499);
			}
		}
	});
});

describe('placeApart()', () => {
	it('spreads evenly around where all want to be', () => {
		expect(placeApart([0.5, 0.5], 0.25, 0, 1)).toEqual([0.375, 0.625]);
	});

	it('keeps gaps and ends, whatever is wanted', () => {
		fc.assert(
			fc.property(fc.array(fc.double({ min: -1, max: 2, noNaN: true }), { minLength: 1, maxLength: 4 }), (wanted) => {
				const placed = placeApart(wanted, 0.25, 0.125, 0.875).sort((a, b) => a - b);
				placed.forEach((x, k) => {
					expect(x).toBeGreaterThan(0.124);
					expect(x).toBeLessThan(0.876);
					if (k > 0) expect(x - (placed[k - 1] ?? 0)).toBeGreaterThan(0.2499);
				});
			}),
		);
	});
});
