import type { NetworkShape } from '@/lib/engine/layer-shape';
import type { Matrix } from '@/lib/engine/matrix';
import { type Network, outputsOf } from '@/lib/engine/network';
import { fastLayers } from './fast-plan';
import { MemoryLayout } from './memory-layout';
import { layOutNetwork, NetworkWriter } from './network-program';
import { type PanelRun, paddedColumns, panelRuns } from './panels';
import { fillRows } from './row-table';
import { hasFusedSums } from './simd-support';
import { get, type Local, sequence } from './wasm-code';
import { Locals } from './wasm-module';
import { startProgram } from './wasm-program';

/** Forward passes of many examples on the fast path, for pictures of a network that changes. */
export interface FastForward {
	/** Takes over the parameters of a network of this shape; throws RangeError for another number of them. */
	load(network: Network): void;
	/** a^L of every row of the examples, into `outputs` [rows, n_L]; throws RangeError when that does not fit. */
	run(outputs: Matrix): void;
}

/** Examples that go through the network together: their activations stay in the nearest cache. */
const CHUNK = 64;

/** Forward passes of the rows of `x`, which is copied; throws RangeError for a network that the fast path does not take. */
export function createFastForward(shape: NetworkShape, x: Matrix): FastForward {
	const fit = fastLayers(shape);
	if (!fit.ok) throw new RangeError(`the fast path cannot take this network: ${fit.reason}`);
	if (x.columns !== shape.inputs)
		throw new RangeError(`the network has ${shape.inputs} inputs, x has ${x.columns} columns`);
	const layers = fit.value;
	const chunk = Math.min(CHUNK, x.rows);
	const rest = x.rows % chunk;
	const sizes = rest === 0 ? [chunk] : [chunk, rest];
	const fused = hasFusedSums();
	const layout = new MemoryLayout();
	const blocks = layOutNetwork(layout, layers, chunk, false);
	const rowBytes = paddedColumns(x.columns) * 4;
	const table = layout.block((x.rows * rowBytes) / 4);
	const K = outputsOf(shape);

	const { floats, functions } = startProgram(JSON.stringify(['forward', layers, x.rows, fused]), layout, () =>
		sizes.map((batch) => {
			const locals = new Locals(1);
			const writer = new NetworkWriter(layout, blocks, batch, locals, fused);
			const from: Local = { index: 0, type: 'i32' };
			const body = sequence(writer.transposes.gather(get(from), null, batch, writer.rows()), writer.forward());
			return { name: `forward${batch}`, parameters: ['i32'], returnsFloat: false, locals, body };
		}),
	);
	fillRows(floats.subarray(table / 4), x);
	const parameters = floats.subarray(blocks.parameters / 4, blocks.parameters / 4 + blocks.count);
	const outputAt = blocks.a.at(-1) ?? 0;
	const parts = sizes.map((batch) => ({
		forward: functions[`forward${batch}`] as (rows: number) => number,
		runs: panelRuns({ address: outputAt, rows: K, columns: batch }),
		batch,
	}));

	/** Turns the outputs of a chunk, [K, batch] in panels, back into rows. */
	function readChunk(runs: readonly PanelRun[], batch: number, start: number, data: Float64Array): void {
		for (const { address, width, count, column: first } of runs) {
			const end = Math.min(batch, first + count * width);
			for (let column = first; column < end; column++) {
				const within = column - first;
				const panel = within >> 3;
				let at = address / 4 + panel * K * 8 + (within - panel * 8);
				for (let k = 0; k < K; k++, at += width) data[(start + column) * K + k] = floats[at] as number;
			}
		}
	}

	return {
		load(network) {
			if (network.parameters.length !== parameters.length) {
				throw new RangeError(`this shape has ${parameters.length} parameters, got ${network.parameters.length}`);
			}
			parameters.set(network.parameters);
		},
		run(outputs) {
			if (outputs.rows !== x.rows || outputs.columns !== K) {
				throw new RangeError(`outputs must be ${x.rows} x ${K}, got ${outputs.rows} x ${outputs.columns}`);
			}
			let start = 0;
			for (const { forward, runs, batch } of parts) {
				for (; start + batch <= x.rows; start += batch) {
					forward(table + start * rowBytes);
					readChunk(runs, batch, start, outputs.data);
				}
			}
		},
	};
}
