import type { LossName } from '@/lib/engine/loss';
import { type OptimiserSpec, optimisers } from '@/lib/engine/optimiser';
import type { FastLayer } from './fast-plan';
import { LossWriter } from './loss-program';
import { MemoryLayout } from './memory-layout';
import { layOutNetwork, type NetworkBlocks, NetworkWriter } from './network-program';
import { paddedColumns, panelFloats } from './panels';
import { hasFusedSums } from './simd-support';
import { layOutUpdate, type UpdateBlocks, updateCode } from './update-program';
import { f32, get, i32, type Local, sequence, set, v } from './wasm-code';
import { Locals, type WasmFunction } from './wasm-module';
import { startProgram, type WasmProgram } from './wasm-program';

/** What a training program is written for. */
export interface TrainingProgramPlan {
	readonly layers: readonly FastLayer[];
	readonly loss: LossName;
	readonly optimiser: OptimiserSpec;
	/** N, and the sizes of batches that come up: at most two. */
	readonly examples: number;
	readonly batches: readonly number[];
}

/** A training program and where its numbers lie. */
export interface TrainingProgram extends WasmProgram {
	readonly network: NetworkBlocks;
	readonly update: UpdateBlocks;
	/** x and y, an example a row filled up to a multiple of 4 floats, and the order of the examples. */
	readonly x: number;
	readonly y: number;
	readonly order: number;
	/** The targets of the batch, [K, batch] in panels. */
	readonly targets: number;
}

/**
 * Writes, compiles and starts a program with a function `step<B>(order, rate, secondMoment, kept): loss` for each size of batch
 * B: a whole step, from the rows that the B integers at address `order` name to the update. The loss it gives back is not finite
 * when the loss or a parameter is not.
 */
export function startTraining(plan: TrainingProgramPlan, fused = hasFusedSums()): TrainingProgram {
	const { layers, loss, optimiser, examples, batches } = plan;
	const layout = new MemoryLayout();
	const greatest = Math.max(...batches);
	const inputs = layers[0]?.inputs ?? 0;
	const outputs = layers.at(-1)?.units ?? 0;
	const network = layOutNetwork(layout, layers, greatest, true);
	const update = layOutUpdate(layout, network.padded, optimisers[optimiser.kind].memoryPerParameter);
	const targetRows = layout.block(panelFloats(paddedColumns(greatest), outputs));
	const targets = layout.block(panelFloats(outputs, greatest));
	const order = layout.block(examples);
	const x = layout.block(examples * paddedColumns(inputs));
	const y = layout.block(examples * paddedColumns(outputs));

	const write = () =>
		batches.map((batch): WasmFunction => {
			const locals = new Locals(4);
			const parameter = (index: number): Local => ({ index, type: 'i32' });
			const [total, rate, secondMoment, kept] = locals.vectors(4) as [Local, Local, Local, Local];
			const writer = new NetworkWriter(layout, network, batch, locals, fused);
			const losses = new LossWriter(layout, writer, targets, total, locals);
			const rowsOfTargets = { address: targetRows, rows: paddedColumns(batch), columns: outputs };
			const chosen = parameter(0);
			const body = sequence(
				...[rate, secondMoment, kept].map((vector, index) => set(vector, v.splat(get(parameter(index + 1))))),
				writer.transposes.gather(i32.constant(x), chosen, batch, writer.rows()),
				writer.transposes.gather(i32.constant(y), chosen, batch, rowsOfTargets),
				writer.transposes.toPanels(rowsOfTargets, writer.panels(targets, outputs)),
				writer.forward(),
				losses.write(loss),
				writer.backward(),
				updateCode(layout, optimiser, network, update, { rate, secondMoment, kept }, total, locals),
				f32.add(
					f32.add(f32.lane(get(total), 0), f32.lane(get(total), 1)),
					f32.add(f32.lane(get(total), 2), f32.lane(get(total), 3)),
				),
			);
			return { name: `step${batch}`, parameters: ['i32', 'f32', 'f32', 'f32'], returnsFloat: true, locals, body };
		});
	// The rate and its schedule are told at each step; all else is in the code.
	const { learningRate: _rate, schedule: _schedule, ...constants } = optimiser;
	const key = JSON.stringify(['train', layers, loss, constants, examples, batches, fused]);
	return { ...startProgram(key, layout, write), network, update, x, y, order, targets };
}
