import { attributeOf, htmlPieces } from './html-pieces';

const LOADS = new Set(['img', 'source', 'video', 'audio', 'script', 'link', 'object', 'embed']);
const REFERENCE = /\[sound:([^\]\n]{1,500})\]|url\(\s{0,9}["']?([^"')\s]{1,500})["']?\s{0,9}\)/gi;

/** Names of the files that pieces of HTML or CSS refer to, as they are called on the disk; addresses elsewhere are left out. */
export function mediaReferences(pieces: readonly string[]): Set<string> {
	const names = new Set<string>();
	for (const piece of pieces) {
		if (!/[<[(]/.test(piece)) continue;
		for (const raw of written(piece)) {
			if (raw === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(raw) || raw.includes('{{')) continue;
			const name = raw
				.replaceAll('&amp;', '&')
				.replaceAll('&lt;', '<')
				.replaceAll('&gt;', '>')
				.replaceAll('&quot;', '"')
				.replaceAll('&#39;', "'");
			names.add(name);
			names.add(decoded(name));
		}
		for (const [name] of piece.matchAll(/(?<![\w./-])_[\w-][\w.-]{0,100}\.[A-Za-z0-9]{1,8}\b/g)) names.add(name);
	}
	return names;
}

function* written(piece: string): Generator<string> {
	for (const [, sound, url] of piece.matchAll(REFERENCE)) yield sound ?? url ?? '';
	if (!piece.includes('<')) return;
	for (const part of htmlPieces(piece))
		if (part.tag !== null && LOADS.has(part.name))
			for (const name of ['src', 'href', 'data']) yield attributeOf(part.tag, name) ?? '';
}

function decoded(name: string): string {
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}
