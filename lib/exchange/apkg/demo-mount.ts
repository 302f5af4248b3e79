import type { PortableNote } from '@/lib/exchange/portable';
import { escapeHtml } from './escape-html';
import type { SandboxFallback, SandboxFile, SandboxFiles } from './sandbox-files';

/**
 * The place in which a note's demo mounts, and the files it needs: its configuration as the text of a hidden element, and a picture with its
 * numbers for readers that run no scripts. Empty for a note without a demo.
 */
export function demoMount(note: PortableNote, sandbox: SandboxFiles | null): { html: string; files: SandboxFile[] } {
	if (!note.demo) return { html: '', files: [] };
	const fallback = sandbox?.fallback(note.demo) ?? null;
	const config = escapeHtml(JSON.stringify({ noteId: note.id, ...note.demo }));
	const told = fallback ? still(fallback) : `<p>${escapeHtml(`${note.demo.label}: ${note.demo.demoId}`)}</p>`;
	const code = sandbox
		? `<link rel="stylesheet" href="${sandbox.style.name}"><script src="${sandbox.script.name}"></script>`
		: '';
	return {
		html: `<div class="chainrule-demo"><div class="chainrule-config" hidden>${config}</div><div class="chainrule-fallback">${told}</div></div>${code}`,
		files: sandbox ? [sandbox.script, sandbox.style, ...(fallback ? [fallback.picture] : [])] : [],
	};
}

function still({ picture, words, table }: SandboxFallback): string {
	const cells = (tag: string, row: readonly string[]) =>
		`<tr>${row.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
	return (
		`<img src="${picture.name}" alt="${quoted(picture.alt)}">` +
		`<p>The run measures: ${escapeHtml(words)}</p>` +
		`<details><summary class="tappable">Numbers at the end of the run</summary>` +
		`<table><caption>${escapeHtml(table.caption)}</caption>${cells('th', table.columns)}` +
		`${table.rows.map((row) => cells('td', row)).join('')}</table></details>`
	);
}

function quoted(words: string): string {
	return escapeHtml(words).replaceAll('"', '&quot;');
}
