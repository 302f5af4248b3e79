import { deckBackup } from './deck-backup';
import { deckCheck } from './deck-check';
import { deckExport } from './deck-export';
import { deckImport } from './deck-import';
import { deckPreview } from './deck-preview';
import { deckReplay } from './deck-replay';
import { deckRestore } from './deck-restore';

const COMMANDS = {
	check: deckCheck,
	replay: deckReplay,
	export: deckExport,
	import: deckImport,
	preview: deckPreview,
	backup: deckBackup,
	restore: deckRestore,
} as const;

const USAGE = `usage: npm run deck -- <command>

  check [folder]                      every mistake in the decks of a folder (content), as file:line:column
  replay [--json]                     replay the review log and report every memory that it does not give
  export <deck|all> --to <file>       a deck with all below it; the file's ending says how: .apkg, .csv, .tsv, .zip, .md, .html
         [--alone] [--no-schedule] [--no-history] [--no-answers] [--columns] [--replace]
  import <file|folder> [--dry-run]    decks of those formats, of hashcards and of Obsidian; all or nothing, a copy is kept
         [--deck <title>] [--columns <json>] [--limit <name>=<number>]
  preview <file> [--json]             the first rows of a table, and what its columns seem to be
  backup [file] [--replace]           everything there is, in one file
  restore <file>                      makes the database what the backup says; a copy of what it was is kept

  export, import, backup and restore take --json: their progress and result as lines of JSON; Ctrl-C stops them, changing nothing`;

function isCommand(name: string): name is keyof typeof COMMANDS {
	return Object.hasOwn(COMMANDS, name);
}

/** A flag that is not known, or misses its value: Node says which. */
const isUsageError = (error: unknown): error is Error =>
	error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');

const [name = '', ...args] = process.argv.slice(2);
if (isCommand(name)) {
	try {
		process.exitCode = await COMMANDS[name](args);
	} catch (error) {
		if (!isUsageError(error)) throw error;
		console.error(`cannot run “deck ${name}”: ${error.message}; nothing was changed\n\n${USAGE}`);
		process.exitCode = 2;
	}
} else {
	console.error(
		`cannot run “deck ${name}”: ${Object.keys(COMMANDS).join(', ')} are allowed; nothing was changed\n\n${USAGE}`,
	);
	process.exitCode = 2;
}
