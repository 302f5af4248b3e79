'use client';

import { type SubmitEvent, useState } from 'react';
import type { ExportRequest } from '@/app/api/exchange/requests';
import type { DeckName } from '@/lib/db/deck-names';
import type { WriteReport } from '@/lib/exchange/file-format';
import { DownloadLink } from './download-link';
import styles from './exchange.module.css';
import { JobState } from './job-state';
import { RemarkList } from './remark-list';
import { runRemote, useJob } from './use-job';

type Format = ExportRequest['format'];
type Exported = WriteReport & { file: string; href: string; remarkCount: number };

const FORMATS: Record<Format, { title: string; note: string; memory: boolean }> = {
	apkg: {
		title: 'Anki package',
		note: 'When you import it, tick “Import any learning progress” and “Import any deck presets”: Anki leaves both off.',
		memory: true,
	},
	csv: { title: 'Table, comma-separated (CSV)', note: 'Anki and every spreadsheet read it.', memory: false },
	tsv: { title: 'Table, tab-separated (TSV)', note: 'Anki and every spreadsheet read it.', memory: false },
	markdown: { title: 'Markdown with pictures', note: 'A ZIP of files as in the content folder.', memory: false },
	print: { title: 'Page for printing', note: 'One file to open and print, or to save as PDF.', memory: false },
};

/** Chooses a deck and a format, and writes the file. */
export function ExportForm({ decks, chosen }: { decks: readonly DeckName[]; chosen: string }) {
	const [format, setFormat] = useState<Format>('apkg');
	const [deck, setDeck] = useState(chosen);
	const [schedule, setSchedule] = useState(true);
	const { job, start, cancel, reset } = useJob<Exported>();
	const { note, memory } = FORMATS[format];
	const hasBelow = decks.some(({ id, hasDecksBelow }) => id === deck && hasDecksBelow);

	const submit = (event: SubmitEvent<HTMLFormElement>) => {
		event.preventDefault();
		const form = new FormData(event.currentTarget);
		const body: ExportRequest = {
			...{ deck, format, schedule: memory && schedule, answers: format !== 'print' || form.has('answers') },
			...{ alone: hasBelow && !form.has('below'), history: memory && schedule && form.has('history') },
			columns: format === 'print' && form.has('columns'),
		};
		start((signal, tell) => runRemote('/api/exchange/export', body, signal, tell));
	};

	return (
		<form className={styles.form} onSubmit={submit} onChange={reset}>
			<label>
				Deck
				<select value={deck} onChange={(event) => setDeck(event.target.value)}>
					<option value="all">All decks</option>
					{decks.map(({ id, title, depth }) => (
						<option key={id} value={id}>
							{'\u2003'.repeat(depth) + title}
						</option>
					))}
				</select>
			</label>
			<label>
				Format
				<select value={format} onChange={(event) => setFormat(event.target.value as Format)}>
					{Object.entries(FORMATS).map(([name, { title }]) => (
						<option key={name} value={name}>
							{title}
						</option>
					))}
				</select>
			</label>
			<p className={styles.note}>{note}</p>
			<fieldset>
				<legend className="unseen">What goes along</legend>
				{hasBelow ? <Check name="below" label="The decks below it" /> : null}
				{memory ? (
					<label className={styles.check}>
						<input type="checkbox" checked={schedule} onChange={(event) => setSchedule(event.target.checked)} />
						When each card is due, and what is remembered of it
					</label>
				) : null}
				{memory && schedule ? <Check name="history" label="Every answer so far" /> : null}
				{format === 'print' ? (
					<>
						<Check name="answers" label="The answers" />
						<Check name="columns" label="In columns, which takes less paper" unset />
					</>
				) : null}
			</fieldset>
			<div className={styles.actions}>
				<button type="submit" className={styles.main} disabled={job.state === 'running'}>
					Export
				</button>
			</div>
			<JobState job={job} cancel={cancel}>
				{({ notes, cards, file, href, bytes, remarks, remarkCount }) => (
					<div className={styles.told}>
						<p>
							{notes} notes with {cards} cards are in the file.
						</p>
						<DownloadLink href={href} file={file} bytes={bytes} />
						<RemarkList remarks={remarks} count={remarkCount} />
					</div>
				)}
			</JobState>
		</form>
	);
}

function Check({ name, label, unset = false }: { name: string; label: string; unset?: boolean }) {
	return (
		<label className={styles.check}>
			<input type="checkbox" name={name} defaultChecked={!unset} />
			{label}
		</label>
	);
}
