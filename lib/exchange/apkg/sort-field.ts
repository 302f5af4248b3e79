import { createHash } from 'node:crypto';
import { attributeOf, htmlPieces } from './html-pieces';

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** A field as Anki sorts and compares it: its words and the names of its pictures. */
export function sortField(html: string): string {
	if (!/[<&]/.test(html)) return html;
	return [...htmlPieces(html)]
		.map((piece) =>
			piece.tag === null ? piece.text : piece.name === 'img' ? ` ${attributeOf(piece.tag, 'src') ?? ''} ` : '',
		)
		.join('')
		.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,8}));/gi, (whole, hex, decimal, name) => {
			if (name) return NAMED[String(name).toLowerCase()] ?? whole;
			const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
			return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
		});
}

/** Anki's checksum of the first field: the first 32 bits of the SHA-1 of its words. */
export function fieldChecksum(words: string): number {
	return createHash('sha1').update(words).digest().readUInt32BE(0);
}
