const REFERENCE =
	/<(?:img|source|video|audio|script|link|object|embed)\b[^>]*?\b(?:src|href|data)\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))|\[sound:([^\]\n]{1,500})\]|url\(\s*["']?([^"')\s]{1,500})["']?\s*\)/gi;

/** Names of the files that pieces of HTML or CSS refer to, as they are called on the disk; addresses elsewhere are left out. */
export function mediaReferences(pieces: readonly string[]): Set<string> {
	const names = new Set<string>();
	for (const piece of pieces) {
		if (!/[<[(]/.test(piece)) continue;
		for (const match of piece.matchAll(REFERENCE)) {
			const raw = match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5] ?? '';
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

function decoded(name: string): string {
	try {
		return decodeURIComponent(name);
	} catch {
		return name;
	}
}
