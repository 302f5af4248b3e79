/** How our cards look in Anki: light, in its night mode, and on a phone. */
export const CARD_CSS = `.card {
	font-family: "Source Serif 4", "Source Serif Pro", Charter, Georgia, serif;
	font-size: 20px;
	line-height: 1.5;
	text-align: left;
	color: #1b1b1a;
	background-color: #fdfcfa;
	max-width: 42rem;
	margin: 0 auto;
	padding: 1rem;
	overflow-wrap: break-word;
}
.question > :first-child { margin-top: 0; }
hr#answer { border: 0; border-top: 1px solid #d8d4cc; margin: 1.25rem 0; }
h3, h4, h5, h6 { font-size: 1em; margin: 1.2em 0 0.4em; }
p, ul, ol, table, pre, blockquote { margin: 0.7em 0; }
img { display: block; max-width: 100%; height: auto; margin: 1rem auto; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { border-bottom: 1px solid #d8d4cc; padding: 0.3em 0.7em; text-align: left; vertical-align: top; }
code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace; font-size: 0.85em; }
code { background: #f0ede6; border-radius: 3px; padding: 0.1em 0.3em; }
pre { background: #f0ede6; border-radius: 6px; padding: 0.7em 0.9em; overflow-x: auto; }
pre code { background: none; padding: 0; }
blockquote { border-left: 3px solid #d8d4cc; padding-left: 0.9em; margin-left: 0; }
a { color: #1f5fa8; }
.cloze { font-weight: 600; color: #1f5fa8; }
details.step { border-top: 1px solid #d8d4cc; margin-top: 1rem; padding-top: 0.6rem; }
details.step > summary { cursor: pointer; min-height: 44px; line-height: 44px; color: #5c5850; }
.chainrule-demo { border: 1px solid #d8d4cc; border-radius: 8px; padding: 0.8rem; margin-top: 1.25rem; font-size: 0.85em; }
.chainrule-config { display: none; }
.card.nightMode, .nightMode.card, .night_mode .card { color: #e9e6df; background-color: #191817; }
.nightMode hr#answer, .nightMode th, .nightMode td, .nightMode blockquote, .nightMode details.step, .nightMode .chainrule-demo { border-color: #45423c; }
.nightMode code, .nightMode pre { background: #2a2825; }
.nightMode pre code { background: none; }
.nightMode a, .nightMode .cloze { color: #8ab8ee; }
.nightMode details.step > summary { color: #a9a49a; }
.nightMode img[src$=".svg"] { background: #fdfcfa; border-radius: 6px; }
@media (max-width: 480px) { .card { font-size: 18px; padding: 0.75rem; } }
`;
