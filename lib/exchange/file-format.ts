import type { CheckDemo } from '@/lib/cards/demo-link';
import type { SandboxFiles } from './apkg/sandbox-files';
import type { ExchangeLimits } from './limits';
import type { ExchangeNote, ExchangeRun, PortableCollection } from './portable';

/** What the learner chose about a file on its way out; the schedule and the history are already in the collection, or not. */
export interface WriteOptions {
	/** What the file shows as its name: the deck's title, or that of all decks. */
	title: string;
	/** Whether the schedule and the history travel; formats without room for them ignore both. */
	schedule: boolean;
	history: boolean;
	/** On a printed page: answers shown. */
	answers: boolean;
	/** In an Anki package: the demos themselves; missing or null for one without. */
	sandbox?: SandboxFiles | null;
	/** On a printed page: each card a row, question beside answer, or cards running down columns. */
	layout?: 'rows' | 'columns';
}

/** What was written, and everything that the format could not hold. */
export interface WriteReport {
	notes: number;
	cards: number;
	reviews: number;
	media: number;
	bytes: number;
	remarks: readonly ExchangeNote[];
}

/** What a reader is told beside the file. */
export interface ReadOptions {
	checkDemo: CheckDemo;
	/** Of a table: which column is what, as the learner mapped them; null: as its headers or its shape say. */
	columns: ColumnMapping | null;
	/** Title of the deck for notes that name none; null: the file's name. */
	deckTitle: string | null;
}

/** What each column of a table is, by its index. */
export interface ColumnMapping {
	separator: string;
	/** The first row holds names, no note. */
	header: boolean;
	/** Fields hold HTML, not plain text. */
	html: boolean;
	columns: readonly ('front' | 'back' | 'tags' | 'deck' | 'guid' | 'notetype' | 'ignore')[];
}

/** A table as its first rows look, for the learner to say what each column is. */
export interface TablePreview {
	mapping: ColumnMapping;
	/** The first rows, header included, each cell cut at some length. */
	rows: readonly (readonly string[])[];
}

/** Writes a collection to `file`, which is there complete or not at all; throws ExchangeError, or the signal's reason when it is aborted. */
export type WriteFormat = (
	collection: PortableCollection,
	options: WriteOptions,
	file: string,
	run: ExchangeRun,
) => Promise<WriteReport>;

/** Reads a file (or, where the format is one, a folder); throws ExchangeError for what is refused whole, or the signal's reason. */
export type ReadFormat = (
	file: string,
	limits: ExchangeLimits,
	run: ExchangeRun,
	options: ReadOptions,
) => Promise<PortableCollection>;

/** A format that files come and go in. */
export interface FileFormat {
	/** As commands and addresses name it. */
	name: 'apkg' | 'csv' | 'tsv' | 'markdown' | 'print';
	/** With the dot, small letters; what is written by default comes first. */
	endings: readonly string[];
	/** As the learner reads it. */
	title: string;
	mimeType: string;
	write: WriteFormat | null;
	read: ReadFormat | null;
	/** Of tables alone. */
	preview: ((file: string, limits: ExchangeLimits) => Promise<TablePreview>) | null;
}
