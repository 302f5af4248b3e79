import { beforeAll, describe, expect, it } from 'vitest';
import { builtDemos } from '@/lib/demos/built-demos';
import { resultOf } from '@/lib/demos/last-frame';
import { parseQuery } from '@/lib/demos/parse-query';
import type { SandboxFiles } from '@/lib/exchange/apkg/sandbox-files';
import { sandboxFiles } from './sandbox-files';

let files: SandboxFiles;
let script: string;
let style: string;
beforeAll(async () => {
	files = await sandboxFiles();
	script = new TextDecoder().decode(files.script.bytes);
	style = new TextDecoder().decode(files.style.bytes);
});

describe('sandboxFiles()', () => {
	it('gives one script and one style, whose names carry the same version', () => {
		expect(files.script.name).toMatch(/^_chainrule-[0-9a-f]{10}\.js$/);
		expect(files.style.name).toBe(files.script.name.replace('.js', '.css'));
	});

	it('names the same content the same', async () => {
		const again = await sandboxFiles();
		expect(again.script.name).toBe(files.script.name);
		expect(again.script.bytes).toEqual(files.script.bytes);
	});

	it.each([
		['a worker', /new Worker\(|importScripts/],
		['WebAssembly', /WebAssembly/],
		['a request', /\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|\/api\//],
		['code from text', /\beval\(|new Function\(|\bFunction\("/],
		['a frame', /<iframe|"iframe",\{/],
		['a change of the address', /replaceState|pushState|location(?:\.href)?=[^=]/],
		['KaTeX', /ParseError: KaTeX|katex-html/],
		['code of a module', /import\.meta|\bimport\(/],
	])('has no %s in its script', (_, sign) => {
		expect(sign.exec(script)?.[0]).toBeUndefined();
	});

	it('is code that a browser of 2018 can read: no newer syntax than its target', () => {
		expect(script).not.toMatch(/\?\?=|\|\|=|#[a-z]\w*\s+in\b/);
		expect(style).not.toMatch(/light-dark\(|color-mix\(|:is\(|\binset:/);
		expect(style).not.toMatch(/url\(|@import/);
	});

	it('gives for a demo the numbers that its run ends with, and a picture without anything to load', async () => {
		const query = 'x=1,-2&w=0.5,0.5&b=0.25&activation=sigmoid';
		const still = files.fallback({ demoId: 'neuron', query });
		const { fields } = builtDemos.neuron;
		const [spec, model] = [await builtDemos.neuron.spec(), await builtDemos.neuron.model()];
		const { params } = parseQuery(fields, query);
		const { outcome, why } = resultOf(model, params);
		expect(still?.words).toBe(`${spec.prediction.measured(outcome as never, params as never)}. ${why}`);
		expect(still?.table.rows).toContainEqual(['a = f(z)', '', '', '0.852']);
		const picture = new TextDecoder().decode(still?.picture.bytes);
		expect(picture).toMatch(/^<svg [^>]*>/);
		expect(picture).not.toMatch(/var\(--(?!share)|<script|href|url\(/);
		expect(still?.picture.name).toMatch(/^_chainrule-neuron-[0-9a-f]{8}\.svg$/);
		expect(files.fallback({ demoId: 'neuron', query })).toBe(still);
	});

	it('has nothing for a demo that is not there', () => {
		expect(files.fallback({ demoId: 'nosuch', query: '' })).toBeNull();
	});
});
