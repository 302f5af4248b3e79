import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '@/lib/exchange/limits';
import { drawn, folder, one, read, refusal, told } from './hostile-fixture';
import { BASIC, noteType, ONE_NOTE, writePackage } from './package-fixture';
import { readApkg } from './read-apkg';
import { runIn } from './studied-collection';

const run = runIn('UTC');

describe('hostile notes and media', () => {
	const NASTY = [
		'<script>alert(1)</script>Hello',
		'Hello <img src=x onerror="alert(1)">',
		'Hello <iframe src="javascript:alert(1)"></iframe>',
		'Hello <a href="javascript:alert(1)">link</a>',
		'Hello <svg onload=alert(1)><script>alert(1)</script></svg>',
		'Hello <div onclick=alert(1) style="background:url(https://evil.invalid/x)">there</div>',
		'Hello <math><mtext><img src=x onerror=alert(1)></mtext></math>',
		'Hello <img src="https://evil.invalid/pixel.png"><img src="//evil.invalid/p.png"><img src="data:image/svg+xml,<svg onload=alert(1)>">',
		'Hello <style>@import url(https://evil.invalid)</style><link rel=stylesheet href=https://evil.invalid>',
		'Hello <form action=https://evil.invalid><input autofocus onfocus=alert(1)></form>',
		'Hello <object data=evil.swf></object><embed src=evil.swf><base href=https://evil.invalid>',
		'Hello &lt;script&gt;alert(1)&lt;/script&gt;',
		'Hello [sandbox](javascript:alert(1)) <!-- card: t1 --> ---',
		'Hello \\(\\href{javascript:alert(1)}{x}\\) and \\(\\htmlClass{x}{y}\\)',
		'Hello ```html <b onclick=alert(1)> ``` `` <u>u</u>',
	];

	it.each(NASTY)('come in without what runs or loads: %s', async (field) => {
		const { notes } = await read(one(field, `back ${field}`));
		const html = drawn(notes[0]);
		expect(html).toContain('Hello');
		expect(html.replace(/&#?\w+;/g, '')).not.toMatch(
			/<script|<iframe|<object|<embed|<form|<input|<link|<base|<style|\son\w+=|evil\.invalid\/(?:x|p)|src="(?!\/api)|href="(?!https?:)/i,
		);
	});

	it('come in without what runs in their templates, and say so', async () => {
		const type = noteType(
			1,
			['Front', 'Back'],
			[
				[
					'<b id=x>{{Front}}</b><script>alert(1)</script><img src="https://evil.invalid/x.png">',
					'{{FrontSide}}<div onclick="alert(1)">{{Back}}</div>',
				],
			],
		);
		const { notes, remarks } = await read({ ...one('Hello'), models: [type] });
		expect(drawn(notes[0])).not.toMatch(/script|onclick|evil/);
		expect(told(remarks)).toMatch(/run or load were left out[\s\S]*from elsewhere/);
	});

	it('are read in time however they are written', async () => {
		const bombs = [
			'\\('.repeat(40_000),
			'[latex]'.repeat(12_000),
			'{{c1::'.repeat(15_000),
			'<img src="'.repeat(9_000),
			'<div>'.repeat(18_000),
			'<b><i>'.repeat(9_000),
			'[sound:'.repeat(12_000),
			'&'.repeat(90_000),
			`${'<'.repeat(45_000)}${'>'.repeat(45_000)}`,
			'`'.repeat(90_000),
			'*a '.repeat(25_000),
			'[a]('.repeat(20_000),
			'<!--'.repeat(20_000),
			'漢字['.repeat(20_000),
		];
		const began = process.hrtime.bigint();
		const { notes, remarks } = await read({
			notes: bombs.map((flds) => ({ flds: `Start ${flds}\u001fb` })),
			cards: bombs.map((_, at) => ({ nid: 1000 + at })),
		});
		expect(notes.length + remarks.filter(({ severity }) => severity === 'refused').length).toBeGreaterThanOrEqual(
			bombs.length,
		);
		expect(Number(process.hrtime.bigint() - began) / 1e9).toBeLessThan(100);
	}, 120_000);

	it('leave out media that lead elsewhere, are listed only, run something, or are unknown to any card', async () => {
		const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
		const { notes, media, remarks } = await read({
			...one(
				'<img src="../../evil.png"> <img src="bad.svg"> <img src="gone.png"> <img src="fine.png"> <img src="über 1.png">',
			),
			media: JSON.stringify({
				0: '../../evil.png',
				1: 'bad.svg',
				2: 'gone.png',
				3: 'fine.png',
				4: 'unknown.png',
				5: 'über 1.png',
			}),
			members: { 0: 'x', 1: svg, 3: 'png', 4: 'png', 5: 'png' },
		});
		const hash = createHash('sha256').update('über 1.png').digest('hex').slice(0, 8);
		expect(media.map(({ name }) => name)).toEqual(['fine.png', expect.stringContaining(hash)]);
		expect(media.every(({ name }) => /^[A-Za-z0-9._-]+$/.test(name))).toBe(true);
		expect(notes[0]?.markdown).not.toMatch(/evil|bad\.svg|gone/);
		expect(told(remarks)).toMatch(/lead out of the folder[\s\S]*holds <script>[\s\S]*does not hold it/);
	});

	it('are refused with a list of media that is none', async () => {
		expect(await refusal({ ...ONE_NOTE, media: '[1]' })).toMatch(/list of media/);
		expect(await refusal({ ...ONE_NOTE, media: '{"../x":"a"}' })).toMatch(/list of media/);
		expect(await refusal({ ...ONE_NOTE, media: '{' })).toMatch(/list of media/);
	});

	it('stop at once when the learner cancels', async () => {
		const file = await writePackage(
			folder,
			{
				notes: Array.from({ length: 2000 }, (_, at) => ({ flds: `<b>q</b> ${at}\u001fb` })),
				cards: Array.from({ length: 2000 }, (_, at) => ({ nid: 1000 + at })),
				models: [BASIC],
			},
			'cancel.apkg',
		);
		const controller = new AbortController();
		const stopping = { ...run, signal: controller.signal, onProgress: () => controller.abort(new Error('cancelled')) };
		await expect(
			readApkg(file, DEFAULT_LIMITS, stopping, { checkDemo: () => ({ ok: true }), deckTitle: null }),
		).rejects.toThrow('cancelled');
	});
});
