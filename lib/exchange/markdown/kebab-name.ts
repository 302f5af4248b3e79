import { createHash } from 'node:crypto';

const BASE_32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** Words as a kebab-case name of at most `length` characters; empty where no letter or digit of them is Latin. */
export function kebabName(words: string, length = 40): string {
	return words
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+/, '')
		.slice(0, length)
		.replace(/-+$/, '');
}

/** The first eight base-32 characters of a text's SHA-256. */
export function shortHash(text: string): string {
	const bytes = createHash('sha256').update(text).digest();
	let bits = 0n;
	for (const byte of bytes.subarray(0, 5)) bits = (bits << 8n) | BigInt(byte);
	return Array.from({ length: 8 }, (_, k) => BASE_32[Number((bits >> BigInt(35 - 5 * k)) & 31n)]).join('');
}
