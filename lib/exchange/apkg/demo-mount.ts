import type { PortableNote } from '@/lib/exchange/portable';
import { escapeHtml } from './escape-html';
import type { SandboxFile, SandboxFiles } from './sandbox-files';

/**
 * The place in which a note's demo mounts, and the files it needs: its configuration as the text of a hidden element, and a picture with its
 * numbers for readers that run no scripts. Empty for a note without a demo.
 */
export function demoMount(note: PortableNote, sandbox: SandboxFiles | null): { html: string; files: SandboxFile[] } {
	if (!note.demo) return { html: '', files: [] };
	const fallback = sandbox?.fallback(note.id) ?? null;
	const config = escapeHtml(JSON.stringify({ noteId: note.id, ...note.demo }));
	const picture = fallback ? `<img src="${fallback.picture.name}" alt="${quoted(fallback.picture.alt)}">` : '';
	const numbers = (fallback?.numbers ?? []).map((line) => `<p>${escapeHtml(line)}</p>`).join('');
	const told = fallback ? '' : `<p>${escapeHtml(`${note.demo.label}: ${note.demo.demoId}`)}</p>`;
	const code = sandbox
		? `<link rel="stylesheet" href="${sandbox.style.name}"><script src="${sandbox.script.name}"></script>`
		: '';
	return {
		html: `<div class="chainrule-demo"><div class="chainrule-config" hidden>${config}</div><div class="chainrule-fallback">${picture}${numbers}${told}</div></div>${code}`,
		files: sandbox ? [sandbox.script, sandbox.style, ...(fallback ? [fallback.picture] : [])] : [],
	};
}

function quoted(words: string): string {
	return escapeHtml(words).replaceAll('"', '&quot;');
}
