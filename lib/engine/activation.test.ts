import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIVATION_NAMES, activations } from './activation';

/** Where each is steepest, or close to it. */
const STEEPEST = {
	identity: 0,
	sigmoid: 0,
	tanh: 0,
	relu: 1,
	'leaky-relu': 1,
	gelu: Math.SQRT2,
	softplus: 40,
} as const;

const z = fc.double({ min: -30, max: 30, noNaN: true });

describe('activations', () => {
	it('have the values and slopes at -1/4 that mpmath gives at 40 digits', () => {
		expect(activations.sigmoid.f(-0.25)).toBeCloseTo(0.4378234991142019, 15);
		expect(activations.sigmoid.derivative(-0.25)).toBeCloseTo(0.24613408273759835, 15);
		expect(activations.tanh.f(-0.25)).toBeCloseTo(-0.24491866240370913, 15);
		expect(activations.tanh.derivative(-0.25)).toBeCloseTo(0.940014848806378, 15);
		expect([activations.relu.f(-0.25), activations.relu.derivative(-0.25)]).toEqual([0, 0]);
		expect(activations['leaky-relu'].f(-0.25)).toBe(-0.0025);
		expect(activations['leaky-relu'].derivative(-0.25)).toBe(0.01);
		expect(activations.gelu.f(-0.25)).toBeCloseTo(-0.10032341857926907, 15);
		expect(activations.gelu.derivative(-0.25)).toBeCloseTo(0.304626645116364, 15);
		expect(activations.softplus.f(-0.25)).toBeCloseTo(0.5759394198788436, 15);
		expect(activations.softplus.derivative(-0.25)).toBeCloseTo(0.4378234991142019, 15);
		expect([activations.identity.f(-0.25), activations.identity.derivative(-0.25)]).toEqual([-0.25, 1]);
	});

	for (const name of ACTIVATION_NAMES) {
		const activation = activations[name];

		it(`${name} has the slope that a central difference finds, away from kinks`, () => {
			fc.assert(
				fc.property(z, (at) => {
					fc.pre((name !== 'relu' && name !== 'leaky-relu') || Math.abs(at) > 1e-4);
					const difference = (activation.f(at + 1e-5) - activation.f(at - 1e-5)) / 2e-5;
					expect(Math.abs(activation.derivative(at) - difference)).toBeLessThan(1e-9);
				}),
			);
		});

		it(`${name} computes whole layers to the same bits as single numbers`, () => {
			fc.assert(
				fc.property(fc.array(fc.tuple(z, z), { minLength: 1, maxLength: 9 }), (pairs) => {
					const zs = Float64Array.from(pairs, ([at]) => at);
					const da = Float64Array.from(pairs, ([, gradient]) => gradient);
					const a = new Float64Array(zs.length);
					const dz = new Float64Array(zs.length);
					activation.forward(zs, a);
					activation.backward(zs, a, da, dz);
					expect(a).toEqual(zs.map(activation.f));
					for (const [k, at] of zs.entries()) {
						expect(dz[k]).toBeCloseTo((da[k] as number) * activation.derivative(at), 15);
					}
				}),
			);
		});

		it(`${name} is nowhere steeper than its maxSlope, and reaches it`, () => {
			let steepest = 0;
			for (let k = -100; k <= 100; k++) steepest = Math.max(steepest, activation.derivative(k / 10));
			expect(steepest).toBeLessThanOrEqual(activation.maxSlope);
			expect(activation.derivative(STEEPEST[name])).toBeCloseTo(activation.maxSlope, 14);
		});

		it(`${name} passes NaN on and stays finite at -1000 and 1000`, () => {
			expect(activation.f(Number.NaN)).toBeNaN();
			for (const far of [-1000, 1000]) {
				expect(Number.isFinite(activation.f(far))).toBe(true);
				expect(Number.isFinite(activation.derivative(far))).toBe(true);
			}
		});
	}
});
