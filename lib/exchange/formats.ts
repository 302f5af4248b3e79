import { writeApkg } from './apkg/write-apkg';
import { ExchangeError } from './exchange-error';
import type { FileFormat } from './file-format';
import { readMarkdown } from './markdown/read-markdown';
import { writeMarkdown } from './markdown/write-markdown';

/**
 * Every format but the backup, which holds more than a collection. The line of each:
 * apkg: writeApkg, readApkg (also .colpkg, read alone); csv: writeCsv, readCsv, previewCsv (.csv, .tsv, .txt read alone);
 * markdown: writeMarkdown, readMarkdown (.md, .zip of a folder; a folder itself has no ending); print: writePrint (.html).
 */
export const FORMATS: readonly FileFormat[] = [
	{
		...{ name: 'apkg', endings: ['.apkg'], title: 'Anki package', mimeType: 'application/octet-stream' },
		...{ write: writeApkg, read: null, preview: null },
	},
	{
		...{ name: 'markdown', endings: ['.zip', '.md'], title: 'Markdown', mimeType: 'application/zip' },
		...{ write: writeMarkdown, read: readMarkdown, preview: null },
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
