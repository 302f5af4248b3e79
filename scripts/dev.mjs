// npm run dev: the pages with hot reloading, on a database prepared like that of npm start.
import { runMain } from './failure.mjs';
import { choosePort } from './free-port.mjs';
import { openDatabase } from './open-database.mjs';
import { prepare } from './prepare.mjs';
import { serve } from './server.mjs';

await runMain('start the development server', async () => {
	const port = await choosePort(process.env.PORT);
	await prepare();
	await openDatabase();
	await serve('dev', port);
});
