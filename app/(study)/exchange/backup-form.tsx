'use client';

import { type SubmitEvent, useState } from 'react';
import { DownloadLink } from './download-link';
import styles from './exchange.module.css';
import { JobState } from './job-state';
import { uploadFile } from './upload-file';
import { runRemote, useJob } from './use-job';

interface BackedUp {
	rows: number;
	bytes: number;
	file: string;
	href: string;
}

/** Writes a backup, and restores one. */
export function BackupForm() {
	const backup = useJob<BackedUp>();
	return (
		<>
			<div className={styles.form}>
				<div className={styles.actions}>
					<button
						type="button"
						className={styles.main}
						disabled={backup.job.state === 'running'}
						onClick={() => backup.start((signal, tell) => runRemote('/api/exchange/backup', {}, signal, tell))}
					>
						Back everything up
					</button>
				</div>
				<JobState job={backup.job} cancel={backup.cancel}>
					{({ file, href, bytes }) => <DownloadLink href={href} file={file} bytes={bytes} />}
				</JobState>
			</div>
			<details>
				<summary>Restore a backup</summary>
				<RestoreForm />
			</details>
		</>
	);
}

function RestoreForm() {
	const [file, setFile] = useState<File | null>(null);
	const [agreed, setAgreed] = useState(false);
	const { job, start, cancel, reset } = useJob<{ rows: number; copy: string }>();
	const submit = (event: SubmitEvent<HTMLFormElement>) => {
		event.preventDefault();
		if (!file) return;
		start(async (signal, tell) => {
			const upload = await uploadFile(file, signal, tell);
			return runRemote('/api/exchange/restore', { upload }, signal, tell);
		});
	};
	return (
		<form className={styles.form} onSubmit={submit}>
			<label>
				Backup: a file that ends in .backup.gz
				<input
					type="file"
					accept=".gz"
					onChange={(event) => {
						setFile(event.target.files?.[0] ?? null);
						reset();
					}}
				/>
			</label>
			<label className={styles.check}>
				<input type="checkbox" checked={agreed} onChange={(event) => setAgreed(event.target.checked)} />
				Everything that is here now is to be replaced by what is in the file
			</label>
			<div className={styles.actions}>
				<button type="submit" disabled={!file || !agreed || job.state === 'running'}>
					Restore
				</button>
			</div>
			<JobState job={job} cancel={cancel}>
				{({ rows, copy }) => (
					<div className={styles.told}>
						<p>Restored: {rows.toLocaleString('en')} rows.</p>
						<p className={styles.note}>What you had before is kept in {copy}.</p>
					</div>
				)}
			</JobState>
		</form>
	);
}
