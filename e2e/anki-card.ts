import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { fromBuffer } from 'yauzl';
import { TEMPLATE_DATABASE } from './template-database';

interface Model {
	css: string;
	flds: { name: string }[];
	tmpls: { qfmt: string; afmt: string }[];
}

/** The sides of one card as its program would show them. */
export interface Sides {
	question: string;
	answer: string;
}

/** A package of ours, unpacked, with a bare page that shows its cards as Anki's reviewer does: its template, its media, nothing else. */
export interface UnpackedPackage {
	/** The address of the page, on the disk. */
	url: string;
	folder: string;
	media: string[];
	/** By the id of the note's demo. */
	cards: Map<string, Sides>;
}

/** Exports the seeded deck with the command of a learner and unpacks it into `folder`. */
export async function exportAndUnpack(folder: string): Promise<UnpackedPackage> {
	mkdirSync(folder, { recursive: true });
	const database = resolve(folder, 'learner.db');
	copyFileSync(TEMPLATE_DATABASE, database);
	if (existsSync(`${TEMPLATE_DATABASE}-wal`)) copyFileSync(`${TEMPLATE_DATABASE}-wal`, `${database}-wal`);
	const file = resolve(folder, 'deck.apkg');
	const tsx = ['node_modules/tsx/dist/cli.mjs', '--conditions=react-server', 'scripts/deck.ts'];
	execFileSync(process.execPath, [...tsx, 'export', 'all', '--to', file, '--replace'], {
		env: { ...process.env, DATABASE_URL: `file:${database}` },
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	const members = await unzip(file);
	const names = JSON.parse(String(members.get('media'))) as Record<string, string>;
	for (const [member, name] of Object.entries(names)) writeFileSync(join(folder, name), members.get(member) ?? '');
	writeFileSync(join(folder, 'collection.anki2'), members.get('collection.anki2') ?? '');
	const { cards, css } = readCards(join(folder, 'collection.anki2'));
	const page = join(folder, 'page.html');
	writeFileSync(
		page,
		`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Reviewer</title><style>${css}</style></head><body class="card"><div id="qa"></div></body></html>`,
	);
	return { url: pathToFileURL(page).href, folder, media: Object.values(names), cards };
}

/** Shows a side as the reviewer does: the content of `#qa` replaced, its scripts made anew, one after the other. */
export async function showSide(page: Page, html: string): Promise<void> {
	await page.evaluate(async (side) => {
		const qa = document.querySelector('#qa');
		if (!qa) throw new Error('the page has no #qa');
		qa.innerHTML = side;
		for (const old of [...qa.querySelectorAll('script')]) {
			const script = document.createElement('script');
			for (const { name, value } of [...old.attributes]) script.setAttribute(name, value);
			script.text = old.text;
			const loaded = new Promise((done) => {
				script.onload = done;
				script.onerror = done;
			});
			old.replaceWith(script);
			if (script.src) await loaded;
		}
	}, html);
}

function readCards(path: string): { cards: Map<string, Sides>; css: string } {
	const database = new Database(path, { readonly: true });
	const models = JSON.parse(database.prepare('SELECT models FROM col').pluck().get() as string) as Record<
		string,
		Model
	>;
	const rows = database.prepare('SELECT n.mid, n.flds, c.ord FROM cards c JOIN notes n ON n.id = c.nid').all() as {
		mid: number;
		flds: string;
		ord: number;
	}[];
	database.close();
	const cards = new Map<string, Sides>();
	let css = '';
	for (const { mid, flds, ord } of rows) {
		const model = models[String(mid)];
		const template = model?.tmpls[ord];
		if (!model || !template) throw new Error(`a card has no template: note type ${mid}, template ${ord}`);
		css = model.css;
		const values = flds.split('\u001f');
		const fields = new Map(model.flds.map(({ name }, k) => [name, values[k] ?? '']));
		const fill = (format: string, front: string) =>
			format.replace(/\{\{(?:cloze:)?([^{}]+)\}\}/g, (_, name: string) =>
				name === 'FrontSide' ? front : (fields.get(name) ?? ''),
			);
		const question = fill(template.qfmt, '');
		const answer = fill(template.afmt, question);
		const demo = /"demoId":"([\w-]+)"/.exec(answer)?.[1];
		if (demo) cards.set(demo, { question, answer });
	}
	return { cards, css };
}

function unzip(file: string): Promise<Map<string, Buffer>> {
	return new Promise((done, failed) => {
		fromBuffer(readFileSync(file), { lazyEntries: true }, (error, zip) => {
			if (error) return failed(error);
			const members = new Map<string, Buffer>();
			zip.on('error', failed);
			zip.on('end', () => done(members));
			zip.on('entry', (entry: { fileName: string }) => {
				zip.openReadStream(entry as never, (cannot, stream) => {
					if (cannot) return failed(cannot);
					const chunks: Buffer[] = [];
					stream.on('data', (chunk: Buffer) => chunks.push(chunk));
					stream.on('error', failed);
					stream.on('end', () => {
						members.set(entry.fileName, Buffer.concat(chunks));
						zip.readEntry();
					});
				});
			});
			zip.readEntry();
		});
	});
}
