import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOptimiser, OPTIMISER_KINDS, type OptimiserSpec, optimisers, updateParameters } from './optimiser';

/** Where w = 1 goes under the gradients 0.5, -1, 0.25. */
function path(spec: OptimiserSpec): number[] {
	const w = Float64Array.of(1);
	const memory = new Float64Array(optimisers[spec.kind].memoryPerParameter);
	return [0.5, -1, 0.25].map((g, index) => {
		updateParameters(spec, w, Float64Array.of(g), memory, new Float64Array(1), index + 1);
		return w[0] as number;
	});
}

describe('updateParameters()', () => {
	// mpmath at 40 digits, from the equations of the papers that each function names; Nesterov's in its look-ahead variable.
	const golden: [OptimiserSpec, number[]][] = [
		[{ kind: 'sgd', learningRate: 0.1 }, [0.95, 1.05, 1.025]],
		[{ kind: 'momentum', learningRate: 0.1 }, [0.95, 1.005, 1.0295]],
		[{ kind: 'nesterov', learningRate: 0.1 }, [0.905, 1.0545, 1.05155]],
		[{ kind: 'rmsprop', learningRate: 0.1 }, [0.6837722539831608, 0.9694865315341814, 0.8962416917664732]],
		[{ kind: 'adam', learningRate: 0.1 }, [0.900000002, 0.9366103542405656, 0.9502794203389764]],
		[{ kind: 'adamw', learningRate: 0.1, weightDecay: 0.2 }, [0.880000002, 0.8990103542005656, 0.8946992132149651]],
		[{ kind: 'sgd', learningRate: 0.1, weightDecay: 0.2 }, [0.93, 1.0114, 0.966172]],
		[{ kind: 'sgd', learningRate: 0.1, clipNorm: 0.3 }, [0.97, 1, 0.975]],
		[{ kind: 'sgd', learningRate: 0.1, schedule: { kind: 'step', every: 1, factor: 0.5 } }, [0.95, 1, 0.99375]],
	];
	for (const [spec, expected] of golden) {
		it(`goes where the equations of ${JSON.stringify(spec)} lead`, () => {
			for (const [k, w] of path(spec).entries()) expect(w).toBeCloseTo(expected[k] as number, 14);
		});
	}

	it('clips by the norm over all parameters and leaves the gradient as it was', () => {
		const gradient = Float64Array.of(3, -4);
		const w = Float64Array.of(0, 0);
		updateParameters({ kind: 'sgd', learningRate: 1, clipNorm: 1 }, w, gradient, w.slice(0, 0), new Float64Array(2), 1);
		expect(w[0]).toBeCloseTo(-0.6, 15);
		expect(w[1]).toBeCloseTo(0.8, 15);
		expect(Array.from(gradient)).toEqual([3, -4]);
	});

	it('every optimiser walks down a bowl to its bottom', () => {
		for (const kind of OPTIMISER_KINDS) {
			const spec: OptimiserSpec = { kind, learningRate: 0.05, schedule: { kind: 'cosine', steps: 600 } };
			const w = Float64Array.of(2, -3);
			const memory = new Float64Array(2 * optimisers[kind].memoryPerParameter);
			for (let step = 1; step <= 600; step++) {
				updateParameters(
					spec,
					w,
					Float64Array.of(w[0] as number, 4 * (w[1] as number)),
					memory,
					new Float64Array(2),
					step,
				);
			}
			expect(Math.hypot(...w), kind).toBeLessThan(1e-3);
		}
	});

	it("Adam's first step is the learning rate, whatever the size of the gradient", () => {
		fc.assert(
			fc.property(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (g) => {
				const w = Float64Array.of(0);
				const memory = new Float64Array(2);
				updateParameters({ kind: 'adam', learningRate: 0.1 }, w, Float64Array.of(g), memory, new Float64Array(1), 1);
				expect(w[0]).toBeCloseTo(-0.1, 5);
			}),
		);
	});
});

it('checkOptimiser() refuses settings out of their ranges', () => {
	const base = { learningRate: 0.1 };
	const wrong: OptimiserSpec[] = [
		{ kind: 'sgd', learningRate: Number.NaN },
		{ kind: 'sgd', ...base, weightDecay: -1 },
		{ kind: 'sgd', ...base, clipNorm: 0 },
		{ kind: 'momentum', ...base, momentum: 1 },
		{ kind: 'rmsprop', ...base, decay: -0.1 },
		{ kind: 'adam', ...base, beta2: 1.5 },
		{ kind: 'adamw', ...base, epsilon: 0 },
		{ kind: 'sgd', ...base, schedule: { kind: 'step', every: 0, factor: 0.5 } },
		{ kind: 'sgd', ...base, schedule: { kind: 'warm-up', steps: 5, next: { kind: 'cosine', steps: 1.5 } } },
	];
	for (const spec of wrong) expect(() => checkOptimiser(spec), JSON.stringify(spec)).toThrow(RangeError);
	for (const kind of OPTIMISER_KINDS) expect(() => checkOptimiser({ kind, ...base })).not.toThrow();
});
