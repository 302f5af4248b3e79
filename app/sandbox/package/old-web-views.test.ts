import { execFileSync } from 'node:child_process';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const LACKING = `
delete Array.prototype.at; delete Array.prototype.findLast; delete Array.prototype.flat; delete Array.prototype.flatMap;
delete Object.getPrototypeOf(Uint8Array.prototype).at; delete Object.fromEntries; delete Object.hasOwn;
`;

const USES = `
console.log(JSON.stringify([
	[1, 2, 3].at(-1), [1].at(5) === undefined, Float64Array.of(1, 2).at(-2),
	[1, 2, 3, 4].findLast((n) => n % 2 === 1), [].findLast(Boolean) === undefined,
	[1, [2, [3, [4]]]].flat(), [1, [2, [3, [4]]]].flat(2), [1, 2].flatMap((n, k) => [n, [k]]), [1].flatMap((n) => n),
	Object.fromEntries(new Map([['a', 1]])), Object.hasOwn({ a: 1 }, 'a'), Object.hasOwn({}, 'toString'),
	Object.keys([]).length,
]));
`;

it('gives an old web view what newer ones have, the same', async () => {
	const { outputFiles } = await build({
		entryPoints: ['app/sandbox/package/old-web-views.ts'],
		bundle: true,
		write: false,
	});
	const run = (...parts: string[]) =>
		JSON.parse(execFileSync(process.execPath, ['--input-type=commonjs', '-e', parts.join('\n')], { encoding: 'utf8' }));
	const expected = run(USES);
	expect(run(LACKING, outputFiles[0]?.text ?? '', USES)).toEqual(expected);
	expect(() => run(LACKING, USES)).toThrow();
});
