import { describe, expect, it } from 'vitest';
import { dense } from '@/lib/engine/layer-shape';
import { createNetwork } from '@/lib/engine/network';
import { planeInputs, unitGrids } from './plane-grid';

describe('planeInputs()', () => {
	it('reads from the top left in the middle of each cell', () => {
		expect([...planeInputs(2, 1).data]).toEqual([-0.5, 0.5, 0.5, 0.5, -0.5, -0.5, 0.5, -0.5]);
	});

	it('refuses more cells than a picture can show', () => {
		expect(() => planeInputs(51, 1)).toThrow(RangeError);
		expect(() => planeInputs(1, 1)).toThrow(RangeError);
	});
});

describe('unitGrids()', () => {
	const network = createNetwork({ inputs: 2, layers: [dense(2, 'identity'), dense(1, 'identity')] });
	// Unit 1 reads x₁, unit 2 reads x₂; the output is their difference.
	network.parameters.set([1, 0, 0, 1, 0, 0, 1, -1, 0]);

	it('gives each unit of a layer its own grid', () => {
		const [first, second] = unitGrids(network, planeInputs(2, 1), 1);
		expect(first).toEqual({ columns: 2, rows: 2, values: Float32Array.of(-0.5, 0.5, -0.5, 0.5) });
		expect(second?.values).toEqual(Float32Array.of(0.5, 0.5, -0.5, -0.5));
	});

	it('reads the output when no layer is named, and refuses one that is not there', () => {
		expect(unitGrids(network, planeInputs(2, 1))[0]?.values).toEqual(Float32Array.of(-1, 0, 0, 1));
		expect(() => unitGrids(network, planeInputs(2, 1), 3)).toThrow('2 layers');
	});
});
