// What spreadsheets take for the start of a formula, in both widths.
const FORMULA = /^[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A field of HTML that no spreadsheet takes for a formula: its first character is then written as an entity. */
export function safeHtmlCell(html: string): string {
	const cell = html.replace(/^\s+/, '');
	return FORMULA.test(cell) ? `&#${cell.codePointAt(0)};${cell.slice(1)}` : cell;
}

/** A name that no spreadsheet takes for a formula: with a space before it, which readers of tables take away. */
export function safeNameCell(name: string): string {
	const cell = name.replace(/\s+/g, ' ').trim();
	return FORMULA.test(cell) ? ` ${cell}` : cell;
}

/** True for a text that would have to be changed to be safe in a cell. */
export function isFormula(text: string): boolean {
	return FORMULA.test(text.trimStart());
}
