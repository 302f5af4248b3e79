import { formulaParts } from '@/lib/cards/cloze-tree';
import { expandMacros } from './expand-macros';

// Characters of no script stand for deletions while macros are written out, so that an argument may hold one.
const MARK = 0xf0000;

/**
 * A formula of a note as HTML for MathJax: macros written out, in one line, `& < >` as entities, without `{{` and `}}` but those of its
 * deletions. Throws a RangeError for macros that never end.
 */
export function ankiTex(value: string, display: boolean, macros: Readonly<Record<string, string>>): string {
	const parts = value.includes('{{') ? formulaParts(value) : [];
	const deletions: string[] = [];
	let tex = parts.length === 0 ? value : '';
	for (const part of parts) {
		if (part.type === 'whole') continue;
		if (part.type === 'text') {
			tex += part.value;
			continue;
		}
		const words = (pieces: typeof part.content) =>
			pieces.map((piece) => (piece.type === 'text' ? piece.value : '')).join('');
		const content = plain(words(part.content), macros).replaceAll('::', ':&#58;');
		const hint = part.hint ? `::\\text{${hintWords(words(part.hint))}}` : '';
		const inner = content + hint;
		const deletion = `{{c${part.number}::${inner}${inner.endsWith('}') ? ' ' : ''}}}`;
		const mark = String.fromCodePoint(MARK + deletions.length);
		deletions.push(/[\^_}\]]$|\\[A-Za-z]+$/.test(tex) ? `{ ${deletion} }` : deletion);
		tex += mark;
	}
	const body = plain(tex, macros).replace(/[\u{f0000}-\u{fffff}]/gu, (mark: string, at: number, whole: string) => {
		const deletion = deletions[(mark.codePointAt(0) ?? 0) - MARK] ?? mark;
		// no brace may touch those of a deletion
		return `${whole[at - 1] === '{' ? ' ' : ''}${deletion}${whole[at + mark.length] === '}' ? ' ' : ''}`;
	});
	return display ? `\\[${body}\\]` : `\\(${body}\\)`;
}

function plain(tex: string, macros: Readonly<Record<string, string>>): string {
	return expandMacros(tex.replace(/(?<!\\)((?:\\\\)*)%.*$/gm, '$1'), macros)
		.replace(/\s*\n\s*/g, ' ')
		.replace(/\{(?=\{)/g, '{ ')
		.replace(/\}(?=\})/g, '} ')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.trim();
}

function hintWords(hint: string): string {
	return hint
		.replace(/[\\{}$^~]/g, '')
		.replace(/[%&#_]/g, (char) => `\\${char}`)
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('::', ':&#58;');
}
