import { readApkg } from './apkg/read-apkg';
import { writeApkg } from './apkg/write-apkg';
import { previewCsv, readCsv } from './csv/read-csv';
import { writeCsv } from './csv/write-csv';
import { ExchangeError } from './exchange-error';
import type { FileFormat } from './file-format';
import { readMarkdown } from './markdown/read-markdown';
import { writeMarkdown } from './markdown/write-markdown';
import { writePrint } from './print/write-print';

/** Every format but the backup, which holds more than a collection. A folder, which has no ending, is Markdown. */
export const FORMATS: readonly FileFormat[] = [
	{
		...{ name: 'apkg', endings: ['.apkg'], title: 'Anki package', mimeType: 'application/octet-stream' },
		...{ write: writeApkg, read: readApkg, preview: null },
	},
	{
		...{ name: 'apkg', endings: ['.colpkg'], title: 'Anki collection', mimeType: 'application/octet-stream' },
		...{ write: null, read: readApkg, preview: null },
	},
	{
		...{ name: 'csv', endings: ['.csv'], title: 'Comma-separated table', mimeType: 'text/csv' },
		...{ write: writeCsv, read: readCsv, preview: previewCsv },
	},
	{
		...{ name: 'tsv', endings: ['.tsv', '.txt'], title: 'Tab-separated table', mimeType: 'text/tab-separated-values' },
		...{ write: writeCsv, read: readCsv, preview: previewCsv },
	},
	{
		...{ name: 'markdown', endings: ['.zip', '.md'], title: 'Markdown', mimeType: 'application/zip' },
		...{ write: writeMarkdown, read: readMarkdown, preview: null },
	},
	{
		...{ name: 'print', endings: ['.html'], title: 'Page for printing', mimeType: 'text/html' },
		...{ write: writePrint, read: null, preview: null },
	},
];

/** The format of a file by its ending. Throws ExchangeError when none of ours can do what is `wanted`. */
export function formatOf(file: string, wanted: 'read' | 'write'): FileFormat {
	const ending = /\.[^./\\]+$/.exec(file.toLowerCase())?.[0] ?? '';
	const found = FORMATS.find((format) => format[wanted] !== null && format.endings.includes(ending));
	if (found) return found;
	const allowed = FORMATS.filter((format) => format[wanted] !== null).flatMap((format) => format.endings);
	throw new ExchangeError(
		`cannot ${wanted} “${file}”: its name ends in ${ending === '' ? 'nothing' : `“${ending}”`}; ${allowed.join(', ')} are allowed. Nothing was changed.`,
	);
}
