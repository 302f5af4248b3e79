'use client';

import { type SubmitEvent, useState } from 'react';
import type { ImportRequest } from '@/app/api/exchange/requests';
import type { ImportResult } from '@/lib/db/import-report';
import type { ColumnMapping, TablePreview } from '@/lib/exchange/file-format';
import styles from './exchange.module.css';
import { ImportOutcome } from './import-outcome';
import { JobState } from './job-state';
import { TableColumns } from './table-columns';
import { uploadFile } from './upload-file';
import { runRemote, useJob } from './use-job';

/** Where an import stands: a table is shown first; then what would happen; then what did. */
type Step =
	| { at: 'columns'; upload: string; preview: TablePreview }
	| { at: 'told'; upload: string; columns: ColumnMapping | null; outcome: ImportResult };

const TABLES = /\.(?:csv|tsv|txt)$/i;

/** Takes a file, says what it would change, and imports it when the learner agrees. */
export function ImportForm() {
	const [file, setFile] = useState<File | null>(null);
	const { job, start, cancel, reset } = useJob<Step>();

	const importing = async (
		request: { upload: string; columns: ColumnMapping | null; dryRun: boolean },
		signal: AbortSignal,
		tell: Parameters<typeof uploadFile>[2],
	): Promise<Step> => {
		const { upload, columns, dryRun } = request;
		const body: ImportRequest = { upload, dryRun, columns: columns && JSON.stringify(columns) };
		return { at: 'told', upload, columns, outcome: await runRemote('/api/exchange/import', body, signal, tell) };
	};
	const submit = (event: SubmitEvent<HTMLFormElement>) => {
		event.preventDefault();
		if (!file) return;
		start(async (signal, tell) => {
			const upload = await uploadFile(file, signal, tell);
			if (!TABLES.test(file.name)) return importing({ upload, columns: null, dryRun: true }, signal, tell);
			const preview = await runRemote<TablePreview | null>('/api/exchange/preview', { upload }, signal, tell);
			return preview
				? { at: 'columns', upload, preview }
				: importing({ upload, columns: null, dryRun: true }, signal, tell);
		});
	};

	return (
		<form className={styles.form} onSubmit={submit}>
			<label>
				File: .apkg or .colpkg of Anki, .csv, .tsv, .md, or a .zip of Markdown with its pictures
				<input
					type="file"
					accept=".apkg,.colpkg,.csv,.tsv,.txt,.md,.zip"
					onChange={(event) => {
						setFile(event.target.files?.[0] ?? null);
						reset();
					}}
				/>
			</label>
			<div className={styles.actions}>
				<button type="submit" className={styles.main} disabled={!file || job.state === 'running'}>
					See what it would change
				</button>
			</div>
			<JobState job={job} cancel={cancel}>
				{(step) =>
					step.at === 'columns' ? (
						<TableColumns
							preview={step.preview}
							onChosen={(columns) =>
								start((signal, tell) => importing({ upload: step.upload, columns, dryRun: true }, signal, tell))
							}
						/>
					) : (
						<ImportOutcome
							outcome={step.outcome}
							onAgree={() => start((signal, tell) => importing({ ...step, dryRun: false }, signal, tell))}
							onCancel={reset}
						/>
					)
				}
			</JobState>
		</form>
	);
}
