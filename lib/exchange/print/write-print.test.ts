import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { collectionOf, type DeckOfTest, runOfTest } from '@/lib/exchange/collection-fixture';
import { type PrintOptions, writePrint } from './write-print';

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'print-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>';
const MATHS: DeckOfTest = {
	text: '---\nid: maths\ntitle: Maths <&> "all"\ndescription: Of <b>sets</b>.\n---\n\n## What is $x$? {#x}\n\n---\n\n![A line](a.svg) secret\n\n## N {#n}\n\n{{c1::buried}}\n',
	media: { 'a.svg': new TextEncoder().encode(SVG) },
};
const PLAIN: DeckOfTest = { text: '---\nid: plain\ntitle: Plain\nparent: maths\n---\n\n## Q {#q}\n\n---\n\nA\n' };

async function print(decks: readonly DeckOfTest[], options: Partial<PrintOptions> = {}) {
	const all = { title: 'T & <T>', schedule: false, history: false, answers: true, ...options };
	const report = await writePrint(collectionOf(decks), all, join(folder, 'p.html'), runOfTest());
	expect(readdirSync(folder)).toEqual(['p.html']);
	return { report, html: readFileSync(join(folder, 'p.html'), 'utf8') };
}

test('writePrint() writes one page with fonts and pictures in it, no script and no address that is loaded', async () => {
	const { html, report } = await print([MATHS, PLAIN]);
	expect(report).toMatchObject({ notes: 3, cards: 3, reviews: 0, remarks: [], bytes: Buffer.byteLength(html) });
	expect(html).toContain(`src="data:image/svg+xml;base64,${Buffer.from(SVG).toString('base64')}"`);
	expect(html.match(/url\(data:font\/woff2;base64,/g)?.length).toBeGreaterThan(15);
	expect(html).not.toMatch(/<script|\son\w+=|url\((?!data:)|src="(?!data:)|<link|@import|\/api\//);
	expect(html).toContain("content=\"default-src 'none';");
	expect(html).toContain('<title>T &amp; &lt;T&gt;</title>');
	expect(html).toContain('<h2>Maths &lt;&amp;&gt; &quot;all&quot; › Plain</h2>');
	expect(html).toContain('<p class="about">Of &lt;b&gt;sets&lt;/b&gt;.</p>');
});

test('writePrint() leaves answers out when it is asked to, and fonts where there is no mathematics', async () => {
	const { html } = await print([MATHS], { answers: false });
	expect(html.slice(html.indexOf('<main>'))).not.toMatch(/secret|buried|A line/);
	expect(html).toContain('[...]');
	const plain = await print([{ text: PLAIN.text.replace('parent: maths\n', '') }], {
		layout: 'columns',
		title: 'Plain',
	});
	expect(plain.html).not.toContain('@font-face');
	expect(plain.html).toContain('<div class="columns">');
	expect(plain.html.match(/Plain/g)).toHaveLength(2);
	expect(plain.report.bytes).toBeLessThan(8000);
});

test('writePrint() says which pictures are missing, and writes nothing when it is stopped', async () => {
	const collection = collectionOf([MATHS]);
	const options = { title: 'T', schedule: false, history: false, answers: true };
	const without = { ...collection, async *media() {} };
	const { remarks } = await writePrint(without, options, join(folder, 'p.html'), runOfTest());
	expect(remarks).toEqual([
		{ severity: 'changed', where: 'maths/x', message: 'The picture maths/a.svg is not in the collection.' },
	]);
	expect(readFileSync(join(folder, 'p.html'), 'utf8')).toContain('<img alt="A line"');
	rmSync(join(folder, 'p.html'));
	const stop = new AbortController();
	stop.abort(new Error('stopped'));
	await expect(writePrint(collection, options, join(folder, 'p.html'), runOfTest(stop.signal))).rejects.toThrow(
		'stopped',
	);
	expect(readdirSync(folder)).toEqual([]);
});
