import { describe, expect, it } from 'vitest';
import { backward } from './backward';
import { allocatePass, forward, forwardInto, outputOf } from './forward';
import { initialiseNetwork } from './initialise';
import { dense, dropout } from './layer-shape';
import { createMatrix, type Matrix } from './matrix';
import { createNetwork } from './network';
import { openStream } from './random-stream';

const shape = { inputs: 2, layers: [dense(40, 'tanh'), dropout(0.3), dense(1, 'identity')] };
const network = initialiseNetwork(shape, { kind: 'xavier' }, openStream(1, 'weights'));

function someInputs(rows: number): Matrix {
	const stream = openStream(1, 'data');
	const x = createMatrix(rows, 2);
	x.data.set(x.data.map(() => stream.normal()));
	return x;
}

describe('dropout', () => {
	it('is off unless a stream is given: the net answers as without it', () => {
		const without = { inputs: 2, layers: [dense(40, 'tanh'), dense(1, 'identity')] };
		const x = someInputs(5);
		const pass = forward(network, x);
		expect(outputOf(pass)).toEqual(outputOf(forward(createNetwork(without, network.parameters), x)));
		expect(pass.masks.map((mask) => mask.data.every((m) => m === 1))).toEqual([true]);
	});

	it('drops the share p and scales the others by 1 / (1 - p), so that the mean stays', () => {
		const pass = forward(network, someInputs(500), openStream(3, 'dropout'));
		const mask = pass.masks[0]?.data ?? new Float64Array();
		expect(new Set(mask)).toEqual(new Set([0, 1 / (1 - 0.3)]));
		// 20,000 draws: the sd of the share is 0.0033, that of the mean 0.0047.
		expect(Math.abs(mask.filter((m) => m === 0).length / mask.length - 0.3)).toBeLessThan(0.014);
		expect(Math.abs(mask.reduce((sum, m) => sum + m, 0) / mask.length - 1)).toBeLessThan(0.02);
		expect(pass.values[2]?.data).toEqual(pass.a[0]?.data.map((a, k) => a * (mask[k] as number)));
	});

	it('is the same for the same stream, another for the next draw, and stays when frozen', () => {
		const pass = allocatePass(shape, someInputs(4));
		const stream = openStream(5, 'dropout');
		forwardInto(network, pass, stream);
		const first = pass.masks[0]?.data.slice();
		expect(forward(network, pass.input, openStream(5, 'dropout')).masks[0]?.data).toEqual(first);
		forwardInto(network, pass, 'frozen');
		expect(pass.masks[0]?.data).toEqual(first);
		forwardInto(network, pass, stream);
		expect(pass.masks[0]?.data).not.toEqual(first);
	});

	it('gives what was dropped no gradient', () => {
		const pass = forward(network, someInputs(3), openStream(7, 'dropout'));
		const gradients = backward(network, pass, 'mean-squared-error', createMatrix(3, 1));
		const dz = gradients.dz[0]?.data ?? new Float64Array();
		const mask = pass.masks[0]?.data ?? new Float64Array();
		expect(dz.every((d, k) => (d === 0) === (mask[k] === 0))).toBe(true);
	});

	it('refuses a p outside [0, 1)', () => {
		for (const p of [-0.1, 1, Number.NaN]) {
			expect(() => createNetwork({ inputs: 1, layers: [dropout(p), dense(1, 'tanh')] })).toThrow(/p of dropout/);
		}
	});
});
