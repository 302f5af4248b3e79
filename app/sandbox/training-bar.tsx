'use client';

import type { Grain } from '@/lib/demos/demo';
import bar from './run-bar.module.css';
import type { RunState } from './run-state';
import { SpeedControl } from './speed-control';
import type { Pace, RunControls } from './use-demo-run';

interface Props {
	/** What training shows, in a sentence. */
	words: string;
	/** The steps it can be gone through in, coarsest first. */
	grains: readonly Grain[];
	pace: Pace;
	/** The run is over. */
	ready: boolean;
	run: RunState<unknown, unknown>;
	controls: RunControls;
	onTrain(): void;
}

/** The second act: train, pause, step by epoch, batch or phase, at a chosen speed; what it came to is said when it is over. */
export function TrainingBar({ words, grains, pace, ready, run, controls, onTrain }: Props) {
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
							Step one {pace.grain}
						</button>
					</>
				)}
				{ready && grains.length > 1 && (
					<label className={bar.choice}>
						by{' '}
						<select value={pace.grain} onChange={(event) => controls.setPace({ grain: event.target.value as Grain })}>
							{grains.map((grain) => (
								<option key={grain} value={grain}>
									{grain}
								</option>
							))}
						</select>
					</label>
				)}
				{ready && <SpeedControl speed={pace.speed} onSpeed={(speed) => controls.setPace({ speed })} />}
				<span className={bar.hint} aria-live="polite">
					{run.trained?.words ?? words}
				</span>
			</div>
		</div>
	);
}
