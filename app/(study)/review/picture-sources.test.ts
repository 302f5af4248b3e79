import { expect, it } from 'vitest';
import { pictureSources } from './picture-sources';

it('pictureSources() finds every picture, wherever its address stands in the tag', () => {
	const html =
		'<p><img src="/api/media/d/a.svg" alt="A"></p><img alt="src=no" loading="lazy" src="/b.png?x=1&amp;y=2">';
	expect(pictureSources(html)).toEqual(['/api/media/d/a.svg', '/b.png?x=1&y=2']);
});

it('pictureSources() finds nothing in a card without pictures', () => {
	expect(pictureSources('<p>src="x"</p>')).toEqual([]);
});
