import { deckCheck } from './deck-check';
import { deckReplay } from './deck-replay';

const COMMANDS = { check: deckCheck, replay: deckReplay } as const;

const USAGE = `usage: npm run deck -- <command>

  check [folder]     every mistake in the decks of a folder (content), as file:line:column
  replay [--json]    replay the review log and report every memory that it does not give`;

function isCommand(name: string): name is keyof typeof COMMANDS {
	return Object.hasOwn(COMMANDS, name);
}

const [name = '', ...args] = process.argv.slice(2);
if (isCommand(name)) process.exitCode = await COMMANDS[name](args);
else {
	console.error(`cannot run “deck ${name}”: check and replay are allowed; nothing was changed\n\n${USAGE}`);
	process.exitCode = 2;
}
