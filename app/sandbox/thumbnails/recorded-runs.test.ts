import { describe, expect, it } from 'vitest';
import type { ActivationName } from '@/lib/engine/activation';
import { smallData, smallNet, trained } from './examples';
import { RECORDED_EPOCHS, recordedRuns } from './recorded-runs';

const losses = (points: { epochs: number[]; values: number[][] }, series: number, epochs: readonly number[]) =>
	epochs.map((epoch) => Number((points.values[series]?.[points.epochs.indexOf(epoch)] ?? Number.NaN).toFixed(2)));

/** The training that each recorded curve came from. */
const runs = {
	race: () => {
		const data = smallData('circle', 2, { size: 100 });
		return (['relu', 'sigmoid'] as ActivationName[]).map((activation) => {
			const initialiser = { kind: activation === 'relu' ? 'he' : 'xavier' } as const;
			const network = smallNet({ hidden: [8, 8], activation, initialiser, seed: 3 });
			const plan = { data, epochs: 60, learningRate: 0.2, batchSize: 10 };
			return losses(trained(network, plan).points, 0, RECORDED_EPOCHS.race);
		});
	},
	stopping: () => {
		const data = smallData('moons', 6, { size: 40, noise: 0.35 });
		const validation = smallData('moons', 33, { size: 60, noise: 0.35 });
		const network = smallNet({ hidden: [24, 24], activation: 'relu', initialiser: { kind: 'he' }, seed: 6 });
		const plan = { data, validation, epochs: 200, learningRate: 0.1, batchSize: 8 };
		const { points } = trained(network, plan);
		return [0, 1].map((series) => losses(points, series, RECORDED_EPOCHS.stopping));
	},
	depth: () => {
		const data = smallData('circle', 1, { size: 100 });
		return [2, 8, 20].map((depth) => {
			const hidden = new Array<number>(depth - 1).fill(12);
			const network = smallNet({ hidden, activation: 'relu', initialiser: { kind: 'he' }, seed: 2 });
			const plan = { data, epochs: 60, learningRate: 0.02, batchSize: 10 };
			return losses(trained(network, plan).points, 0, RECORDED_EPOCHS.depth);
		});
	},
};

describe('the recorded runs', () => {
	it.each(Object.keys(runs) as (keyof typeof runs)[])('%s is what the engine still gives', (name) => {
		const measured = runs[name]();
		measured.forEach((series, s) => {
			series.forEach((loss, k) => {
				const recorded = recordedRuns[name][s]?.[k] ?? Number.NaN;
				expect(Math.abs(loss - recorded), `${name}: ${JSON.stringify(measured)}`).toBeLessThanOrEqual(0.02);
			});
		});
	});
});
