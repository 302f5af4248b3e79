import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accuracy } from './accuracy';
import { drawDataSet } from './data-set';
import { forward, outputOf } from './forward';
import { initialiseNetwork } from './initialise';
import { dense, dropout, residual } from './layer-shape';
import { createMatrix, matrixOf } from './matrix';
import { createNetwork } from './network';
import { OPTIMISER_KINDS } from './optimiser';
import { openStream } from './random-stream';
import { createTrainer, type Trainer } from './train';

function circleTrainer(seed: number, size = 50, batchSize = 8): Trainer {
	const shape = { inputs: 2, layers: [dense(8, 'tanh'), dense(1, 'sigmoid')] };
	return createTrainer({
		network: initialiseNetwork(shape, { kind: 'xavier' }, openStream(seed, 'weights')),
		loss: 'binary-cross-entropy',
		optimiser: { kind: 'sgd', learningRate: 0.5 },
		data: drawDataSet('circle', { size, noise: 0.02 }, openStream(seed, 'data')),
		batchSize,
		seed,
	});
}

describe('createTrainer()', () => {
	it('takes one step of w - learningRate dl/dw, by hand on a unit with identity', () => {
		// l = mean((w x + b - y)^2) over x = 1, 3 with y = 0, 0, w = 1, b = 0: dl/dw = 10, dl/db = 4.
		const trainer = createTrainer({
			network: createNetwork({ inputs: 1, layers: [dense(1, 'identity')] }, Float64Array.of(1, 0)),
			loss: 'mean-squared-error',
			optimiser: { kind: 'sgd', learningRate: 0.125 },
			data: { x: matrixOf([[1], [3]]), y: matrixOf([[0], [0]]) },
			batchSize: 2,
			seed: 1,
		});
		expect(trainer.step()).toEqual({ ok: true, step: 1, epoch: 1, loss: 5 });
		expect(Array.from(trainer.network.parameters)).toEqual([1 - 1.25, -0.5]);
	});

	it('never changes the network it starts from', () => {
		const network = createNetwork({ inputs: 1, layers: [dense(1, 'identity')] }, Float64Array.of(1, 0));
		const data = { x: matrixOf([[1]]), y: matrixOf([[0]]) };
		const optimiser = { kind: 'sgd', learningRate: 1 } as const;
		const trainer = createTrainer({ network, loss: 'mean-squared-error', optimiser, data, batchSize: 1, seed: 1 });
		trainer.step();
		expect(Array.from(network.parameters)).toEqual([1, 0]);
		expect(Array.from(trainer.network.parameters)).not.toEqual([1, 0]);
	});

	it('learns the circle: 100 epochs take the loss below 0.1 and the accuracy above 0.95', () => {
		const trainer = circleTrainer(1, 200, 10);
		let report = trainer.epoch();
		const first = report.ok ? report.loss : Number.NaN;
		for (let n = 1; n < 100; n++) report = trainer.epoch();
		const data = drawDataSet('circle', { size: 400 }, openStream(99, 'data'));
		expect(first).toBeGreaterThan(0.5);
		expect(report).toMatchObject({ ok: true, epoch: 100, step: 2000 });
		expect(report.ok && report.loss).toBeLessThan(0.1);
		expect(accuracy(outputOf(forward(trainer.network, data.x)), data.y)).toBeGreaterThan(0.95);
	});

	it('uses every example once an epoch, in a new order each time, the last batch being what is left', () => {
		// The single weight adds up -learningRate times the mean target of each batch: with dl/da = 2 (0 - y) and x = 1.
		const x = createMatrix(10, 1);
		const trainer = createTrainer({
			network: createNetwork({ inputs: 1, layers: [dense(1, 'identity')] }),
			loss: 'mean-squared-error',
			optimiser: { kind: 'sgd', learningRate: 0 },
			data: {
				x: createMatrix(
					10,
					1,
					Float64Array.from(x.data, (_, k) => k),
				),
				y: createMatrix(10, 1),
			},
			batchSize: 4,
			seed: 3,
		});
		const orderOfEpoch = () => {
			const seen: number[][] = [];
			const { epoch } = trainer.state();
			while (trainer.state().epoch === epoch) {
				trainer.step();
				seen.push(Array.from(trainer.last()?.pass.input.data ?? []));
			}
			return seen;
		};
		const [first, second] = [orderOfEpoch(), orderOfEpoch()];
		expect(first.map((batch) => batch.length)).toEqual([4, 4, 2]);
		expect(first.flat().toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
		expect(second.flat().toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
		expect(second).not.toEqual(first);
	});

	it('is the same to the bit for the same seed and another for another', () => {
		const parametersAfter = (seed: number) => {
			const trainer = circleTrainer(seed);
			for (let n = 0; n < 5; n++) trainer.epoch();
			return trainer.network.parameters;
		};
		expect(parametersAfter(4)).toEqual(parametersAfter(4));
		expect(parametersAfter(4)).not.toEqual(parametersAfter(5));
	});

	it('restore() goes back exactly, in the middle of an epoch too, even in a new trainer', () => {
		fc.assert(
			fc.property(fc.nat(30), fc.integer({ min: 1, max: 30 }), (before, after) => {
				const trainer = circleTrainer(2);
				for (let n = 0; n < before; n++) trainer.step();
				const kept = structuredClone(trainer.state());
				for (let n = 0; n < after; n++) trainer.step();
				const end = trainer.state();
				trainer.restore(kept);
				expect(trainer.state()).toEqual(kept);
				const other = circleTrainer(2);
				other.restore(kept);
				for (let n = 0; n < after; n++) {
					trainer.step();
					other.step();
				}
				expect(trainer.state()).toEqual(end);
				expect(other.state()).toEqual(end);
			}),
			{ numRuns: 25 },
		);
	});

	for (const kind of OPTIMISER_KINDS) {
		it(`restore() goes back exactly with dropout and all the memory of ${kind}`, () => {
			const open = () => {
				const layers = [dense(6, 'tanh'), dropout(0.4), residual([dense(6, 'relu')], 0.5), dense(1, 'sigmoid')];
				return createTrainer({
					network: initialiseNetwork({ inputs: 2, layers }, { kind: 'orthogonal' }, openStream(1, 'weights')),
					loss: 'binary-cross-entropy',
					optimiser: {
						kind,
						learningRate: 0.05,
						weightDecay: 0.01,
						clipNorm: 0.5,
						schedule: { kind: 'cosine', steps: 40 },
					},
					data: drawDataSet('moons', { size: 30 }, openStream(1, 'data')),
					batchSize: 8,
					seed: 1,
				});
			};
			const trainer = open();
			for (let n = 0; n < 10; n++) trainer.step();
			const kept = structuredClone(trainer.state());
			for (let n = 0; n < 15; n++) trainer.step();
			const end = trainer.state();
			const other = open();
			for (const again of [trainer, other]) {
				again.restore(kept);
				expect(again.state()).toEqual(kept);
				for (let n = 0; n < 15; n++) again.step();
				expect(again.state()).toEqual(end);
			}
		});
	}

	it('keeps dropout out of the stream that shuffles, and out of the state where there is none', () => {
		const withDropout = createTrainer({
			network: createNetwork({ inputs: 2, layers: [dense(8, 'tanh'), dropout(0.5), dense(1, 'sigmoid')] }),
			loss: 'binary-cross-entropy',
			optimiser: { kind: 'sgd', learningRate: 0.5 },
			data: drawDataSet('circle', { size: 50 }, openStream(1, 'data')),
			batchSize: 8,
			seed: 4,
		});
		const without = circleTrainer(4);
		for (let n = 0; n < 9; n++) {
			withDropout.step();
			without.step();
		}
		expect(withDropout.state().order).toEqual(without.state().order);
		expect(without.state()).not.toHaveProperty('dropout');
		expect(() => without.restore(withDropout.state())).toThrow(RangeError);
	});

	it('restore() refuses the state of another network or data set', () => {
		expect(() => circleTrainer(1, 50).restore(circleTrainer(1, 49).state())).toThrow(RangeError);
	});

	it('refuses batches, learning rates and targets that make no sense', () => {
		const network = createNetwork({ inputs: 1, layers: [dense(1, 'identity')] });
		const x = createMatrix(2, 1);
		const plan = { network, loss: 'mean-squared-error', data: { x, y: x }, seed: 1 } as const;
		const sgd = (learningRate: number) => ({ kind: 'sgd', learningRate }) as const;
		expect(() => createTrainer({ ...plan, optimiser: sgd(0.1), batchSize: 0 })).toThrow(/batchSize/);
		expect(() => createTrainer({ ...plan, optimiser: sgd(Number.NaN), batchSize: 1 })).toThrow(/learningRate/);
		const y = createMatrix(3, 1);
		expect(() => createTrainer({ ...plan, data: { x, y }, optimiser: sgd(0.1), batchSize: 1 })).toThrow(
			/2 x 1, got 3 x 1/,
		);
	});
});

describe('a number that is not finite', () => {
	it('stops a diverging run with step and layer, and the state before it is kept', () => {
		const network = initialiseNetwork(
			{ inputs: 1, layers: [dense(3, 'identity'), dense(1, 'identity')] },
			{ kind: 'constant', value: 2 },
			openStream(1, 'weights'),
		);
		const data = { x: matrixOf([[1], [2]]), y: matrixOf([[1], [-1]]) };
		const optimiser = { kind: 'sgd', learningRate: 10 } as const;
		const trainer = createTrainer({ network, loss: 'mean-squared-error', optimiser, data, batchSize: 1, seed: 1 });
		let good = trainer.state();
		let report = trainer.step();
		while (report.ok) {
			good = trainer.state();
			report = trainer.step();
		}
		expect(report).toMatchObject({ reason: 'non-finite', step: good.step + 1 });
		expect(report.layer).toBeGreaterThanOrEqual(1);
		expect(report.layer).toBeLessThanOrEqual(2);
		expect(trainer.state()).toEqual(good);
		expect(good.parameters.every(Number.isFinite)).toBe(true);
		expect(trainer.epoch()).toEqual(report);
	});

	const oneLayer = (w: number, x: number, learningRate: number) =>
		createTrainer({
			network: createNetwork(
				{ inputs: 1, layers: [dense(1, 'tanh'), dense(1, 'identity')] },
				Float64Array.of(1, 0, w, 0),
			),
			loss: 'mean-squared-error',
			optimiser: { kind: 'sgd', learningRate },
			data: { x: matrixOf([[x]]), y: matrixOf([[0]]) },
			batchSize: 1,
			seed: 1,
		}).step();

	it('is named where it first arises: an input, the loss, an update', () => {
		expect(oneLayer(1, Number.NaN, 0.1)).toMatchObject({ ok: false, step: 1, layer: 1, quantity: 'z' });
		expect(oneLayer(1e200, 1, 0.1)).toMatchObject({ ok: false, step: 1, layer: 2, quantity: 'loss' });
		expect(oneLayer(1e150, 0.1, 1e250)).toMatchObject({ ok: false, step: 1, layer: 1, quantity: 'W' });
	});

	it('in an update is undone: the parameters before it are kept', () => {
		const network = createNetwork({ inputs: 1, layers: [dense(1, 'identity')] }, Float64Array.of(1e100, 0));
		const data = { x: matrixOf([[1]]), y: matrixOf([[0]]) };
		const optimiser = { kind: 'sgd', learningRate: 1e250 } as const;
		const trainer = createTrainer({ network, loss: 'mean-squared-error', optimiser, data, batchSize: 1, seed: 1 });
		const before = trainer.state();
		expect(trainer.step()).toMatchObject({ ok: false, step: 1, layer: 1, quantity: 'W' });
		expect(trainer.state()).toEqual(before);
	});

	for (const kind of ['rmsprop', 'adam', 'adamw'] as const) {
		it(`in the memory of ${kind} is named, and the state before it is kept, though all parameters are finite`, () => {
			// dl/dW^2 = -2e150 * 1e10: its square is infinite, and the step of W^2 is 0 for good.
			const layers = [dense(1, 'identity'), dense(1, 'identity')];
			const network = createNetwork({ inputs: 1, layers }, Float64Array.of(1, 0, 0, 0));
			const data = { x: matrixOf([[1e10]]), y: matrixOf([[1e150]]) };
			const optimiser = { kind, learningRate: 0.1 } as const;
			const trainer = createTrainer({ network, loss: 'mean-squared-error', optimiser, data, batchSize: 1, seed: 1 });
			const before = trainer.state();
			expect(trainer.step()).toMatchObject({ ok: false, step: 1, layer: 2, quantity: 'memory' });
			expect(trainer.state()).toEqual(before);
		});
	}

	it('is not seen in sums that overflow over finite numbers', () => {
		expect(oneLayer(1e100, 1, 0)).toMatchObject({ ok: true });
	});
});
