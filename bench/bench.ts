import { benchEngine } from './engine';
import { benchExchange } from './exchange';
import type { Figure } from './figure';
import { benchReview } from './review';

const BENCHES: Record<string, (args: readonly string[]) => Promise<Figure[]>> = {
	review: benchReview,
	engine: benchEngine,
	exchange: benchExchange,
};

const args = process.argv.slice(2);
const json = args.includes('--json');
const wanted = args.filter((arg) => !arg.startsWith('--'));
const unknown = wanted.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
	console.error(`cannot run the benchmark “${unknown.join(', ')}”: ${Object.keys(BENCHES).join(', ')} are allowed`);
	process.exit(2);
}

const results: Record<string, Figure[]> = {};
for (const [name, bench] of Object.entries(BENCHES)) {
	if (wanted.length > 0 && !wanted.includes(name)) continue;
	results[name] = await bench(args);
}
if (json) console.log(JSON.stringify(results));
else for (const [name, figures] of Object.entries(results)) print(name, figures);

function print(name: string, figures: readonly Figure[]): void {
	console.log(`\n${name}`);
	for (const { name: figure, value, unit, bar, atLeast } of figures) {
		const held = bar === undefined ? '' : `  (bar: ${atLeast ? 'at least' : 'at most'} ${bar} ${unit})`;
		console.log(`  ${figure.padEnd(58)} ${value.toFixed(2).padStart(12)} ${unit}${held}`);
	}
}
