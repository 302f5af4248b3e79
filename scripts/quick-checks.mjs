import { programs } from './project.mjs';

/** The checks that run no code of ours: a name, and commands for this Node that must all end with 0. */
export const quickChecks = [
	{ name: 'lint and format', commands: [[programs.biome, 'check', '--error-on-warnings', '.']] },
	{
		name: 'types',
		commands: [
			[programs.next, 'typegen'],
			[programs.tsc, '--noEmit', '-p', '.'],
		],
	},
	{ name: 'migrations match the schema', commands: [['scripts/migrate.mjs', 'diff']] },
];
