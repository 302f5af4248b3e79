import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a command left behind. */
export interface Ended {
	code: number | null;
	/** Standard output and standard error together. */
	output: string;
}

/** A copy of the commands and migrations in a folder of its own, for tests that change or break them. */
export class TemporaryProject {
	readonly folder = mkdtempSync(join(tmpdir(), 'chainrule-project-'));

	/** `packages`: whether our node_modules are there too. */
	constructor({ packages = true } = {}) {
		const source = process.cwd();
		for (const path of ['scripts', 'prisma', 'package.json', 'package-lock.json', '.npmrc']) {
			cpSync(join(source, path), join(this.folder, path), { recursive: true });
		}
		if (packages) symlinkSync(join(source, 'node_modules'), join(this.folder, 'node_modules'), 'junction');
	}

	/** Runs this Node in the folder; the caller's DATABASE_URL and PORT are not passed on. */
	node(args: string[], env: Record<string, string> = {}): Promise<Ended> {
		const { DATABASE_URL: _, PORT: __, ...inherited } = process.env;
		const child = spawn(process.execPath, args, { cwd: this.folder, env: { ...inherited, ...env } });
		let output = '';
		for (const stream of [child.stdout, child.stderr]) {
			stream.setEncoding('utf8').on('data', (text: string) => {
				output += text;
			});
		}
		return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
	}

	/** A path in the folder. */
	path(name: string): string {
		return join(this.folder, name);
	}

	/** Removes the folder. */
	remove(): void {
		rmSync(this.folder, { recursive: true, force: true });
	}
}
