import { createHash } from 'node:crypto';

/** A name in the one folder that Anki keeps all media in; a hash is added where two files would share it. */
export class MediaNames {
	readonly #names = new Map<string, string>();
	readonly #taken = new Set<string>();

	/** The name for a deck's file: always the same, made of `A-Z a-z 0-9 . _ -`, and unlike any other whatever the case. */
	of(deckId: string, name: string): string {
		const key = `${deckId}/${name}`;
		const known = this.#names.get(key);
		if (known !== undefined) return known;
		const flat = this.claim(safeMediaName(`${deckId}-${name.replaceAll('/', '-')}`), key);
		this.#names.set(key, flat);
		return flat;
	}

	/** Takes a name for good; where it is taken already, one with a hash of `key` in it. */
	claim(name: string, key: string): string {
		const free = this.#taken.has(name.toLowerCase()) ? withHash(name, key) : name;
		this.#taken.add(free.toLowerCase());
		return free;
	}
}

/** A name of `A-Z a-z 0-9 . _ -` for a file of any name, the same every time; other names get a hash, so that two stay two. */
export function safeMediaName(name: string): string {
	const plain = name.normalize('NFC');
	if (/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,119}$/.test(plain) && !plain.endsWith('.')) return plain;
	const ending = /\.([A-Za-z0-9]{1,5})$/.exec(plain)?.[0] ?? '';
	const stem = plain
		.slice(0, plain.length - ending.length)
		.normalize('NFKD')
		.replace(/[^A-Za-z0-9_-]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 80);
	return withHash(`${stem === '' ? 'media' : stem}${ending}`, plain);
}

function withHash(name: string, key: string): string {
	const hash = createHash('sha256').update(key).digest('hex').slice(0, 8);
	const dot = name.lastIndexOf('.');
	return dot > 0 ? `${name.slice(0, dot)}-${hash}${name.slice(dot)}` : `${name}-${hash}`;
}
