/** A picture's natural size in CSS pixels. */
export interface ImageSize {
	width: number;
	height: number;
}

/** The size that a PNG's header or an SVG's root element tells; null for others and for files that do not tell. */
export function imageSize(bytes: Uint8Array, mimeType: string): ImageSize | null {
	if (mimeType === 'image/png') return pngSize(bytes);
	return mimeType === 'image/svg+xml' ? svgSize(new TextDecoder().decode(bytes)) : null;
}

// PNG specification, 5.2 and 11.2.2: the signature, then IHDR with width and height as big-endian 32-bit numbers.
function pngSize(bytes: Uint8Array): ImageSize | null {
	const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
	if (bytes.length < 24 || signature.some((byte, at) => bytes[at] !== byte)) return null;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return positive(view.getUint32(16), view.getUint32(20));
}

function svgSize(svg: string): ImageSize | null {
	const root = /<svg\b[^>]*>/.exec(svg)?.[0] ?? '';
	const length = (name: string) =>
		Number(new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)(?:px)?\\s*["']`).exec(root)?.[1] ?? Number.NaN);
	const box =
		/\sviewBox\s*=\s*["']([^"']*)["']/
			.exec(root)?.[1]
			?.trim()
			.split(/[\s,]+/)
			.map(Number) ?? [];
	return positive(length('width'), length('height')) ?? positive(box[2] ?? Number.NaN, box[3] ?? Number.NaN);
}

function positive(width: number, height: number): ImageSize | null {
	return width > 0 && height > 0 && width < 1e5 && height < 1e5
		? { width: Math.round(width), height: Math.round(height) }
		: null;
}
