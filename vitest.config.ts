import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
	resolve: {
		alias: [
			{ find: /^@\//, replacement: at('./') },
			{ find: 'server-only', replacement: at('./scripts/empty.ts') },
		],
	},
	test: {
		include: ['{app,lib,scripts,prisma,bench}/**/*.test.{ts,tsx}', '*.test.ts'],
		environment: 'node',
		pool: 'forks',
		// tests that start other programs wait for a busy machine
		testTimeout: 60_000,
		hookTimeout: 60_000,
		globalSetup: ['scripts/test-database.ts'],
	},
});
