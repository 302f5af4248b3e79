import { readContent } from '@/lib/cards/read-content';
import { closeDatabase, transaction } from '@/lib/db/client';
import { nowMs } from '@/lib/db/clock';
import { seedDecks } from '@/lib/db/seed-decks';
import { checkDemoLink } from '@/lib/demos/registry';

const decks = readContent('content', checkDemoLink);
const report = await transaction((db) => seedDecks(db, decks, nowMs()));
await closeDatabase();
console.log(
	`  ${report.decks} deck: ${report.added} notes added, ${report.updated} updated, ${report.unchanged} unchanged` +
		(report.removed > 0 ? `, ${report.removed} at rest (gone from their file)` : '') +
		(report.conflicts > 0 ? `, ${report.conflicts} edited here and changed in their file: both kept` : '') +
		(report.errors > 0 ? `\n  ${report.errors} mistakes keep notes out: npm run deck -- check` : ''),
);
