import { openDataFolder } from './data-folder.mjs';
import { databasePath, databaseUrl } from './database-url.mjs';
import { runMain } from './failure.mjs';
import { choosePort } from './free-port.mjs';
import { openDatabase } from './open-database.mjs';
import { build, prepare } from './prepare.mjs';
import { serve } from './server.mjs';

await runMain('start Chainrule', async () => {
	// a taken port or a read-only folder is better told before minutes of installing than after
	await choosePort(process.env.PORT);
	openDataFolder(databasePath(databaseUrl()));
	await prepare();
	const database = await openDatabase();
	await build();
	const url = await serve('start', await choosePort(process.env.PORT));
	console.log(`\n  Chainrule is ready after ${process.uptime().toFixed(1)} s: ${url}`);
	console.log(`  Database: ${database}\n  Ctrl+C ends it.\n`);
});
