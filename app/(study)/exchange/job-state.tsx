import type { ReactNode } from 'react';
import styles from './exchange.module.css';
import type { Job } from './use-job';

const STAGES: Record<string, string> = {
	upload: 'Sending the file',
	media: 'Pictures',
	notes: 'Notes',
	history: 'History',
	writing: 'Writing',
	backup: 'Writing the backup',
	restore: 'Reading the backup',
};

/** How far a piece of work is, with a button to stop it; or why it failed; or its result. */
export function JobState<Result>({
	job,
	cancel,
	children,
}: {
	job: Job<Result>;
	cancel: () => void;
	children: (result: Result) => ReactNode;
}) {
	return (
		<div aria-live="polite">
			{job.state === 'running' ? <Running progress={job.progress} cancel={cancel} /> : null}
			{job.state === 'failed' ? <p className={styles.failed}>{job.message}</p> : null}
			{job.state === 'done' ? children(job.result) : null}
		</div>
	);
}

function Running({
	progress,
	cancel,
}: {
	progress: (Job<never> & { state: 'running' })['progress'];
	cancel: () => void;
}) {
	const words = progress ? (STAGES[progress.stage] ?? progress.stage) : 'Starting';
	return (
		<div className={styles.progress}>
			{progress && progress.total > 0 ? (
				<progress aria-label={words} max={progress.total} value={Math.min(progress.done, progress.total)} />
			) : (
				<progress aria-label={words} />
			)}
			<div className={styles.actions}>
				<span>{words} …</span>
				<button type="button" onClick={cancel}>
					Cancel
				</button>
			</div>
		</div>
	);
}
