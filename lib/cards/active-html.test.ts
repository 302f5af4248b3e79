import { describe, expect, it } from 'vitest';
import { activeHtml } from './active-html';
import { readContent } from './read-content';

describe('activeHtml()', () => {
	it('finds nothing in the cards of the seed deck', () => {
		const cards = readContent('content', () => ({ ok: true })).flatMap((deck) =>
			deck.notes.flatMap((note) => note.cards),
		);
		expect(cards.length).toBeGreaterThan(20);
		for (const { id, frontHtml, backHtml } of cards)
			expect([id, activeHtml(frontHtml), activeHtml(backHtml)]).toEqual([id, null, null]);
	});

	it.each([
		['<script>1</script>', '<script>'],
		['<p><SCRIPT src=x></p>', '<script>'],
		['<p onclick="f()">a</p>', '<p onclick="f()">'],
		['<svg><g ONLOAD=f()></g></svg>', 'onload'],
		['<a href="java&#115;cript:f()">a</a>', '<a href="javascript:f()">'],
		['<a href="&#9;data:text/html,x">a</a>', '<a href='],
		['<img src="https://elsewhere.example/x.png">', '<img src='],
		['<img src=x onerror=f()>', '<img src='],
		['<img srcset="x 1x">', '<img srcset='],
		['<p style="background:url(x)">a</p>', '<p style='],
		['<style>p{}</style>', '<style>'],
		['<iframe srcdoc="x"></iframe>', '<iframe>'],
		['<svg><use href="x"/></svg>', '<use>'],
		['<form action="x"></form>', '<form>'],
		['<math><annotation-xml encoding="text/html"><img src=x></annotation-xml></math>', '<img'],
	])('finds what could run or reach the network in %s', (html, says) => {
		expect(activeHtml(html)).toContain(says);
	});

	it('lets links, pictures of the deck and styles of mathematics be', () => {
		expect(
			activeHtml(
				'<a href="https://x.example">a</a><img src="/api/media/d/a.svg" alt=""><span style="height:1em">x</span>',
			),
		).toBeNull();
		expect(activeHtml('<p>1 &lt; 2</p><ul><li><em>a</em></li></ul>')).toBeNull();
	});
});
