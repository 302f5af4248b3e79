import type { RunResult } from '@/lib/demos/demo';
import type { Act } from './run-protocol';

/** How a demo's run stands on its page. */
export interface RunState<Frame, Outcome> {
	act: Act | null;
	status: 'idle' | 'playing' | 'paused' | 'done' | 'failed';
	/** Every frame of the run so far (the last alone when nothing is to be walked through). */
	frames: readonly Frame[];
	/** Which of `frames` is on screen. */
	shown: number;
	result: RunResult<Outcome> | null;
	/** The latest frame of training, and what training came to once it is over. */
	trained: { frame: Frame; words: string | null } | null;
	failure: string | null;
}
