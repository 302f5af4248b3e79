import { afterEach, describe, expect, it, vi } from 'vitest';
import { activations } from '@/lib/engine/activation';
import { losses } from '@/lib/engine/loss';
import { builtDemos } from './built-demos';
import { checkClaims, measureClaim } from './check-claims';

// the demos that each break is meant for: the others would take minutes to fail as well
const BROKEN = ['neuron', 'backward-equations', 'vanishing-exploding-gradients'] as const;
const failures = async () => (await checkClaims(BROKEN)).filter((result) => !result.ok).map((result) => result.demo);

describe('measureClaim()', () => {
	it('fails when one seed lies outside the band, or measures nothing', () => {
		const claim = { says: '', seeds: [1, 2, 3], band: [0, 2] as const, measure: (seed: number) => seed };
		expect(measureClaim(claim)).toEqual({ measured: [1, 2, 3], ok: false });
		expect(measureClaim({ ...claim, band: [0, 3] }).ok).toBe(true);
		expect(measureClaim({ ...claim, measure: () => Number.NaN }).ok).toBe(false);
		expect(measureClaim({ ...claim, seeds: [] }).ok).toBe(false);
	});
});

describe('the claims', () => {
	afterEach(() => {
		vi.restoreAllMocks();
	});

	it('hold for the demos broken below', async () => {
		expect(await failures()).toEqual([]);
	});

	it('are measured over at least 10 seeds wherever anything is random, for every demo', async () => {
		for (const [id, demo] of Object.entries(builtDemos)) {
			const claims = await demo.claims();
			expect(claims.length, id).toBeGreaterThan(0);
			for (const { seeds, says } of claims) {
				expect(new Set(seeds).size, `${id}: ${says}`).toBeGreaterThanOrEqual(id === 'neuron' ? 1 : 10);
			}
		}
	});

	it('fail when the sigmoid is off by a trifle', async () => {
		const { f, forward } = activations.sigmoid;
		vi.spyOn(activations.sigmoid, 'f').mockImplementation((z) => f(z) + 1e-9);
		vi.spyOn(activations.sigmoid, 'forward').mockImplementation((z, a) => {
			forward(z, a);
			for (let k = 0; k < a.length; k++) a[k] = (a[k] ?? 0) + 1e-9;
		});
		expect(await failures()).toContain('neuron');
	});

	it('fail when the slope of tanh has the wrong sign', async () => {
		vi.spyOn(activations.tanh, 'derivative').mockImplementation((z) => Math.tanh(z) ** 2 - 1);
		expect(await failures()).toContain('neuron');
	});

	it('fail when tanh passes its gradient back with the wrong sign', async () => {
		const { backward } = activations.tanh;
		vi.spyOn(activations.tanh, 'backward').mockImplementation((z, a, da, dz) => {
			backward(z, a, da, dz);
			for (let k = 0; k < dz.length; k++) dz[k] = -(dz[k] ?? 0);
		});
		expect(await failures()).toContain('backward-equations');
	});

	it('fail when the gradient of the squared error loses its factor 2', async () => {
		const loss = losses['mean-squared-error'];
		const { backward } = loss;
		vi.spyOn(loss, 'backward').mockImplementation((z, a, y, start, K, da) => {
			backward(z, a, y, start, K, da);
			for (let k = start; k < start + K; k++) da[k] = (da[k] ?? 0) / 2;
		});
		expect(await failures()).toContain('backward-equations');
	});

	it('fail when the sigmoid forgets its slope on the way back', async () => {
		vi.spyOn(activations.sigmoid, 'backward').mockImplementation((_z, _a, da, dz) => dz.set(da));
		const failed = await failures();
		expect(failed).toContain('vanishing-exploding-gradients');
		expect(failed).toContain('backward-equations');
	});

	it('fail when ReLU lets gradients through where it is off', async () => {
		vi.spyOn(activations.relu, 'backward').mockImplementation((_z, _a, da, dz) => dz.set(da));
		expect(await failures()).toContain('vanishing-exploding-gradients');
	});
});
