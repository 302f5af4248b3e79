import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutNet, unitByKey } from './net-layout';

const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 8 });

describe('layoutNet()', () => {
	it('keeps every unit within the picture and apart from the next', () => {
		fc.assert(
			fc.property(
				sizes,
				fc.integer({ min: 300, max: 900 }),
				fc.integer({ min: 200, max: 500 }),
				(net, width, height) => {
					const layout = layoutNet(net, { width, height });
					net.forEach((_, l) => {
						expect(layout.x(l) + layout.radius).toBeLessThanOrEqual(width);
						for (let i = 1; i <= layout.shown(l); i++) {
							expect(layout.y(l, i) - layout.radius).toBeGreaterThanOrEqual(-0.001);
							expect(layout.y(l, i) + layout.radius).toBeLessThanOrEqual(height + 0.001);
							if (i > 1) expect(layout.y(l, i) - layout.y(l, i - 1)).toBeGreaterThanOrEqual(2 * layout.radius);
						}
					});
				},
			),
		);
	});

	it('draws at most so many units a layer and counts the rest', () => {
		const layout = layoutNet([2, 20, 1], { width: 600, height: 300, mostUnits: 8 });
		expect([layout.shown(1), layout.hidden(1), layout.hidden(0)]).toEqual([8, 12, 0]);
	});
});

describe('unitByKey()', () => {
	const layout = layoutNet([2, 3, 1], { width: 600, height: 300 });

	it('walks up and down a layer and stops at its ends', () => {
		expect(unitByKey('ArrowDown', { l: 1, i: 2 }, layout, 2, 1)).toEqual({ l: 1, i: 3 });
		expect(unitByKey('ArrowDown', { l: 1, i: 3 }, layout, 2, 1)).toBeNull();
		expect(unitByKey('ArrowUp', { l: 1, i: 1 }, layout, 2, 1)).toBeNull();
	});

	it('goes across to the nearest unit, not past the first layer that can be chosen', () => {
		expect(unitByKey('ArrowRight', { l: 1, i: 3 }, layout, 2, 1)).toEqual({ l: 2, i: 1 });
		expect(unitByKey('ArrowLeft', { l: 2, i: 1 }, layout, 2, 1)).toEqual({ l: 1, i: 2 });
		expect(unitByKey('ArrowLeft', { l: 1, i: 1 }, layout, 2, 1)).toBeNull();
		expect(unitByKey('x', { l: 1, i: 1 }, layout, 2, 1)).toBeNull();
	});
});
