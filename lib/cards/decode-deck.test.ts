import { expect, test } from 'vitest';
import { decodeDeck } from './decode-deck';

test('decodeDeck() reads UTF-8', () => {
	expect(decodeDeck(new TextEncoder().encode('aé€😀\n'))).toEqual({ ok: true, text: 'aé€😀\n' });
});

test.each([
	['a lone byte', [0x61, 0x0a, 0xc3, 0xa9, 0xff, 0x62], 2, 2],
	['a Latin-1 letter', [0x61, 0xe9, 0x62], 1, 2],
	['a character cut off by the end', [0x61, 0x0d, 0x0a, 0x62, 0xe2, 0x82], 2, 2],
	['a character cut off by another', [0x61, 0xf0, 0x9f, 0x98, 0x62, 0x62], 1, 2],
	['the first byte', [0x80], 1, 1],
])('decodeDeck() places %s', (_name, bytes, line, column) => {
	expect(decodeDeck(Uint8Array.from(bytes))).toEqual({ ok: false, line, column });
});
