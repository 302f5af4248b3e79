import type { DemoModel, Params } from './demo';

/** Runs a demo to its end and gives its outcome, every frame let go: for claims and tests. */
export function outcomeOfRun<P extends Params, Frame, Outcome>(
	model: DemoModel<P, Frame, Outcome>,
	params: P,
): Outcome {
	const run = model.run(params);
	for (let step = run.next(); ; step = run.next()) if (step.done) return step.value.outcome;
}
