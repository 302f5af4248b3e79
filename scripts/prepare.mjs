import { runNode } from './child.mjs';
import { explain, Failure } from './failure.mjs';
import { installPackages } from './install.mjs';
import { programs } from './project.mjs';
import { onceFor } from './stamp.mjs';

/** What a fresh clone needs before any of its commands can run: its packages and the generated database client. */
export async function prepare() {
	await installPackages();
	await onceFor(
		{
			name: 'generate the database client',
			stamp: 'generated/.stamp',
			inputs: ['prisma/schema.prisma', 'node_modules/prisma/package.json'],
			outputs: ['generated/prisma/client.ts'],
		},
		() => mustPass('generate the database client', [programs.prisma, 'generate'], { quiet: true }),
	);
}

/** Builds the pages for production, unless nothing they are made of has changed. */
export async function build() {
	await onceFor(
		{
			name: 'build the pages',
			stamp: '.next/.stamp',
			inputs: [
				'app',
				'lib',
				'generated',
				'public',
				'proxy.ts',
				'instrumentation.ts',
				'next.config.mjs',
				'tsconfig.json',
				'package-lock.json',
			],
			outputs: ['.next/BUILD_ID'],
		},
		() => mustPass('build the pages', [programs.next, 'build']),
	);
}

/**
 * Runs a file with this Node and throws an explained failure unless it ends with 0.
 * @param {string} attempted completes "Could not …"
 * @param {string[]} args
 * @param {Parameters<typeof runNode>[1]} [options]
 */
export async function mustPass(attempted, args, options) {
	const { code, output } = await runNode(args, options);
	if (code === 0) return;
	if (/ENOSPC|no space left|SQLITE_FULL/i.test(output))
		throw explain(attempted, output.match(/.*(?:ENOSPC|no space left|SQLITE_FULL).*/i)?.[0]);
	throw new Failure({
		attempted,
		happened: options?.quiet ? output.trim() : `it ended with code ${code} (see above).`,
		advice: 'when the lines above name no file you changed, report them with the command you ran.',
	});
}
