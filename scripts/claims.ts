import { type ClaimResult, checkClaims } from '@/lib/demos/check-claims';

/** Lowest and greatest of the measured numbers, and the band, on one line each. */
function table(results: readonly ClaimResult[]): string {
	const short = (n: number) =>
		n === 0 || (Math.abs(n) >= 0.01 && Math.abs(n) < 1e4) ? String(+n.toPrecision(4)) : n.toExponential(2);
	return results
		.map(({ demo, says, seeds, measured, band, ok }) => {
			const range = [Math.min(...measured), Math.max(...measured)].map(short);
			const seen = range[0] === range[1] ? range[0] : range.join(' to ');
			return `${ok ? 'ok    ' : 'FAILED'}  ${demo}: ${says}\n        ${seen} over ${seeds.length} seed${seeds.length === 1 ? '' : 's'}; band ${band.map(short).join(' to ')}`;
		})
		.join('\n');
}

const results = await checkClaims();
const failed = results.filter((result) => !result.ok).length;
if (process.argv.includes('--json')) console.log(JSON.stringify(results, null, '\t'));
else console.log(`${table(results)}\n${results.length - failed} claims hold, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
