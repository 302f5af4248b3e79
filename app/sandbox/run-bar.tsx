'use client';

import { useEffect, useRef } from 'react';
import styles from './run-bar.module.css';
import type { RunState } from './run-state';
import { SpeedControl } from './speed-control';
import type { RunControls } from './use-demo-run';

interface Props {
	/** A prediction has been made. */
	ready: boolean;
	run: RunState<unknown, unknown>;
	controls: RunControls;
	/** The run is a walk through steps, which can be gone through by hand. */
	walks: boolean;
	speed: number;
	onRun(): void;
	onReset(): void;
}

/** Run, and then pause, step and back while there is something to step through; Reset goes back to the same start. */
export function RunBar({ ready, run, controls, walks, speed, onRun, onReset }: Props) {
	const begun = run.act !== null;
	const over = run.result !== null;
	const training = run.act === 'train';
	const playing = run.status === 'playing' && !training;
	const last = run.frames.length - 1;
	const bar = useRef<HTMLDivElement>(null);

	const buttons = `${begun} ${over} ${training}`;
	const before = useRef(buttons);

	// When the button just pressed is gone, the next Tab should lead to those that took its place.
	useEffect(() => {
		const changed = before.current !== buttons;
		before.current = buttons;
		if (changed && document.activeElement === document.body) bar.current?.focus({ preventScroll: true });
	}, [buttons]);

	return (
		<div ref={bar} tabIndex={-1} className={styles.bar}>
			{!begun && (
				<button type="button" className={styles.primary} disabled={!ready} onClick={onRun}>
					Run
				</button>
			)}
			{!begun && !ready && <span className={styles.hint}>Commit a prediction first; it is locked when you run.</span>}
			{begun && walks && !training && (
				<>
					{!over && (
						<button type="button" className={styles.button} onClick={playing ? controls.pause : controls.resume}>
							{playing ? 'Pause' : 'Play'}
						</button>
					)}
					<button
						type="button"
						className={styles.button}
						disabled={run.shown <= 0}
						onClick={() => controls.show(run.shown - 1)}
					>
						Back
					</button>
					<button type="button" className={styles.button} disabled={over && run.shown >= last} onClick={controls.step}>
						Step
					</button>
				</>
			)}
			{begun && (
				<button type="button" className={styles.button} onClick={onReset}>
					Reset
				</button>
			)}
			{begun && walks && !training && !over && (
				<SpeedControl speed={speed} onSpeed={(chosen) => controls.setPace({ speed: chosen })} />
			)}
		</div>
	);
}
