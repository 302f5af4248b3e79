import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The programs of node_modules that the scripts start, each by `node <path>`: no shell, the same on every system. */
export const programs = {
	biome: join(root, 'node_modules/@biomejs/biome/bin/biome'),
	next: join(root, 'node_modules/next/dist/bin/next'),
	playwright: join(root, 'node_modules/@playwright/test/cli.js'),
	prisma: join(root, 'node_modules/prisma/build/index.js'),
	tsc: join(root, 'node_modules/typescript/bin/tsc'),
	tsx: join(root, 'node_modules/tsx/dist/cli.mjs'),
	vitest: join(root, 'node_modules/vitest/vitest.mjs'),
};

/** The environment of every child: the caller's, quiet, and nothing that phones home. */
export const environment = {
	...process.env,
	// `prisma generate` needs no engine but downloads one unless it is told of one: any existing file satisfies it
	PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath,
	PRISMA_HIDE_UPDATE_MESSAGE: '1',
	CHECKPOINT_DISABLE: '1',
	NEXT_TELEMETRY_DISABLED: '1',
};
