import type { DemoModel, Grain, Params, RunResult } from '@/lib/demos/demo';
import type { FromWorker, ToWorker } from './run-protocol';

type LoadModel = (demoId: string) => Promise<DemoModel<Params, unknown, unknown>>;
type Frames = Generator<unknown, RunResult<unknown> | string, Grain>;

/**
 * The worker's side: one run at a time, one frame for each `next`, none unasked, so that a page that draws slowly is never
 * flooded. A `next` that comes while the model is still loading is kept and answered then.
 */
export function createRunServer(load: LoadModel, post: (message: FromWorker) => void): (message: ToWorker) => void {
	let runId = 0;
	let frames: Frames | null = null;
	let asked: Grain | null = null;

	function advance(): void {
		if (!frames || !asked) return;
		const grain = asked;
		asked = null;
		try {
			const step = frames.next(grain);
			if (step.done) {
				frames = null;
				post({ type: 'done', runId, result: step.value });
			} else post({ type: 'frame', runId, frame: step.value });
		} catch (error) {
			frames = null;
			post({ type: 'failed', runId, message: error instanceof Error ? error.message : String(error) });
		}
	}

	async function start({ demoId, act, params, runId: id }: Extract<ToWorker, { type: 'start' }>): Promise<void> {
		runId = id;
		frames = null;
		asked = null;
		try {
			const model = await load(demoId);
			if (runId !== id) return;
			const train = model.train?.bind(model);
			if (act === 'train' && !train) throw new RangeError(`the demo ${demoId} does not train`);
			frames = act === 'train' && train ? train(params) : model.run(params);
		} catch (error) {
			if (runId === id)
				post({ type: 'failed', runId, message: error instanceof Error ? error.message : String(error) });
			return;
		}
		advance();
	}

	return (message) => {
		if (message.type === 'start') void start(message);
		else if (message.type === 'stop') {
			runId = 0;
			frames = null;
		} else if (message.runId === runId) {
			asked = message.grain;
			advance();
		}
	};
}
