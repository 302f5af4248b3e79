import type { Metadata } from 'next';
import { ALL_DECKS } from '@/lib/db/all-decks';
import { readDeckNames } from '@/lib/db/deck-names';
import { BackupForm } from './backup-form';
import styles from './exchange.module.css';
import { ExportForm } from './export-form';
import { ImportForm } from './import-form';

export const metadata: Metadata = { title: 'Import and export' };

interface Props {
	searchParams: Promise<{ deck?: string | string[] }>;
}

export default async function ExchangePage({ searchParams }: Props) {
	const { deck } = await searchParams;
	const decks = await readDeckNames();
	const chosen = decks.some(({ id }) => id === deck) ? String(deck) : ALL_DECKS;
	return (
		<main id="main" className={styles.exchange}>
			<h1>Import and export</h1>
			<section aria-labelledby="export">
				<h2 id="export">Export</h2>
				<p className={styles.lead}>
					Your decks are yours. Take them to Anki, to a table, to paper, or to Markdown that reads well anywhere.
				</p>
				<ExportForm decks={decks} chosen={chosen} />
			</section>
			<section aria-labelledby="import">
				<h2 id="import">Import</h2>
				<p className={styles.lead}>
					Decks of Anki, tables, Markdown. You see what would change before anything does, and a copy of what you have
					is kept.
				</p>
				<ImportForm />
			</section>
			<section aria-labelledby="backup">
				<h2 id="backup">Backup</h2>
				<p className={styles.lead}>
					One file with everything: decks, pictures, what you remember, every answer, your settings.
				</p>
				<BackupForm />
			</section>
		</main>
	);
}
