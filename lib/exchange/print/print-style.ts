import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** How cards lie on the page: question and answer side by side, a card a row, or one under the other in two columns. */
export type PrintLayout = 'rows' | 'columns';

// Black on white, in points: a page is paper before it is a screen.
const PAGE = `
@page { margin: 16mm 14mm; }
* { box-sizing: border-box; }
html { color-scheme: light; }
body { margin: 0 auto; max-width: 190mm; color: #111; background: #fff; font: 10.5pt/1.45 Georgia, 'Times New Roman', 'Liberation Serif', serif; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
@media screen { body { padding: 12mm 10mm; } }
h1 { font-size: 18pt; line-height: 1.2; margin: 0 0 6mm; }
.deck > h2 { font-size: 14pt; line-height: 1.25; margin: 8mm 0 1mm; break-after: avoid; }
.deck > .about { margin: 0 0 3mm; color: #444; break-after: avoid; }
.card { break-inside: avoid; padding: 2.5mm 0; border-top: .3mm solid #bbb; }
.card h2, .card h1 { font-size: 11.5pt; line-height: 1.35; margin: 0 0 .4em; }
.card h3, .card h4, .card h5, .card h6 { font-size: 10.5pt; margin: .6em 0 .3em; }
.card p, .card ul, .card ol, .card pre, .card blockquote, .card table { margin: 0 0 .55em; }
.card ul, .card ol { padding-left: 1.4em; }
.card > div > :last-child, .card section > :last-child { margin-bottom: 0; }
.answers .rows .card { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); column-gap: 7mm; }
.columns { columns: 2; column-gap: 8mm; column-rule: .2mm solid #ccc; }
.columns .back { margin-top: 1.5mm; padding: 1.5mm 0 0 2.5mm; border-left: .6mm solid #999; }
img { max-width: 100%; max-height: 90mm; height: auto; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 8.5pt; }
code { font-family: 'DejaVu Sans Mono', Menlo, Consolas, monospace; font-size: .86em; }
table { border-collapse: collapse; }
td, th { border: .2mm solid #999; padding: .6mm 1.6mm; text-align: left; }
blockquote { margin-left: 0; padding-left: 3mm; border-left: .6mm solid #bbb; }
section[data-step] + section[data-step] { margin-top: .5em; padding-top: .5em; border-top: .2mm dashed #bbb; }
.cloze-blank { font-weight: 600; }
.cloze-answer { color: inherit; background: #e6e6e6; border-radius: .6mm; padding: 0 .12em; }
a { color: inherit; }
p, li, td { overflow-wrap: break-word; }
.katex { font-size: 1.08em; }
.katex-display { margin: .4em 0; }
.columns .katex-display > .katex { font-size: .95em; white-space: normal; }
`;

/** The style of a printed page, with KaTeX's and its fonts in it when the page holds mathematics; nothing in it is loaded. */
export function printStyle(mathematics: boolean): string {
	return mathematics ? `${katexStyle()}${PAGE}` : PAGE;
}

function katexStyle(): string {
	const css = createRequire(import.meta.url).resolve('katex/dist/katex.min.css');
	return readFileSync(css, 'utf8').replace(
		/url\((fonts\/[\w-]+\.woff2)\) format\("woff2"\)(?:,url\([^)]*\) format\("[^"]*"\))*/g,
		(_all, font: string) =>
			`url(data:font/woff2;base64,${readFileSync(join(dirname(css), font)).toString('base64')}) format("woff2")`,
	);
}
