import { closeDatabase } from '@/lib/db/client';
import { replayLog } from '@/lib/db/replay-log';

/** `deck replay`: replays the whole log and reports every memory that it does not give; 1 when there is one. */
export async function deckReplay(args: readonly string[]): Promise<number> {
	const json = args.includes('--json');
	const report = await replayLog();
	await closeDatabase();
	if (json) console.log(JSON.stringify(report));
	else {
		for (const { cardId, where, difference } of report.differences) {
			console.log(`${cardId}: ${where}: ${JSON.stringify(difference)}`);
		}
		console.log(
			`${report.reviews} rows of ${report.cards} cards replayed, ${report.undone} undone: ${report.differences.length || 'no'} differences`,
		);
	}
	return report.differences.length === 0 ? 0 : 1;
}
