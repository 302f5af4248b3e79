'use client';

import bar from './run-bar.module.css';
import type { RunState } from './run-state';
import type { RunControls } from './use-demo-run';

interface Props {
	/** What training shows, in a sentence. */
	words: string;
	/** The run is over. */
	ready: boolean;
	run: RunState<unknown, unknown>;
	controls: RunControls;
	onTrain(): void;
}

/** The second act: train, pause, step by epoch; what it came to is said when it is over. */
export function TrainingBar({ words, ready, run, controls, onTrain }: Props) {
	const training = run.act === 'train';
	const live = training && (run.status === 'playing' || run.status === 'paused');
	return (
		<div className={bar.second}>
			<div className={bar.bar}>
				{!live && (
					<button type="button" className={bar.button} disabled={!ready} onClick={onTrain}>
						{training ? 'Train again' : 'Train'}
					</button>
				)}
				{live && (
					<>
						<button
							type="button"
							className={bar.button}
							onClick={run.status === 'playing' ? controls.pause : controls.resume}
						>
							{run.status === 'playing' ? 'Pause training' : 'Go on'}
						</button>
						<button type="button" className={bar.button} onClick={controls.step}>
							Step one epoch
						</button>
					</>
				)}
				<span className={bar.hint} aria-live="polite">
					{run.trained?.words ?? words}
				</span>
			</div>
		</div>
	);
}
