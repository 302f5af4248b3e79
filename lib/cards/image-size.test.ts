import { expect, test } from 'vitest';
import { imageSize } from './image-size';

const svg = (root: string) => imageSize(new TextEncoder().encode(root), 'image/svg+xml');

test('imageSize() reads width and height of an SVG before its viewBox', () => {
	expect(svg('<svg width="320" height="200px" viewBox="0 0 1 1">')).toEqual({ width: 320, height: 200 });
});

test('imageSize() reads the viewBox where an SVG gives no lengths in pixels', () => {
	expect(svg('<svg width="100%" height="100%" viewBox="0, 0, 640 400.4">')).toEqual({ width: 640, height: 400 });
	expect(svg('<svg stroke-width="3" viewBox="0 0 8 9">')).toEqual({ width: 8, height: 9 });
});

test('imageSize() reads the header of a PNG', () => {
	const png = Uint8Array.from([
		...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52],
		...[0, 0, 1, 2, 0, 0, 0, 5],
	]);
	expect(imageSize(png, 'image/png')).toEqual({ width: 258, height: 5 });
	expect(imageSize(png.subarray(0, 23), 'image/png')).toBeNull();
	expect(imageSize(png.with(0, 0), 'image/png')).toBeNull();
});

test('imageSize() says nothing where the file does not', () => {
	expect(svg('<svg>')).toBeNull();
	expect(svg('<svg viewBox="0 0 0 5">')).toBeNull();
	expect(imageSize(new Uint8Array(40), 'image/gif')).toBeNull();
});
