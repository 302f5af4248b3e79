import type { DemoModel, Params, RunResult } from './demo';

/** The last frame of a run, as it stands when the run is over; throws RangeError when there is none. */
export function lastFrame<P extends Params, Frame>(model: DemoModel<P, Frame, unknown>, params: P): Frame {
	let last: Frame | undefined;
	for (const frame of model.run(params)) last = frame;
	if (last === undefined) throw new RangeError('a run has at least one frame');
	return last;
}

/** What a run comes to, its frames passed over. */
export function resultOf<P extends Params, Outcome>(
	model: DemoModel<P, unknown, Outcome>,
	params: P,
): RunResult<Outcome> {
	const run = model.run(params);
	for (let step = run.next(); ; step = run.next()) if (step.done) return step.value;
}
