const MINUS = '−';

/** A number for reading: three significant digits or so, a true minus sign, powers of ten written out. */
export function numberWords(value: number): string {
	if (Number.isNaN(value)) return 'not a number';
	if (!Number.isFinite(value)) return value > 0 ? '∞' : `${MINUS}∞`;
	const size = Math.abs(value);
	if (size === 0) return '0';
	if (size >= 1e5 || size < 1e-3) return powerWords(value);
	const digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
	return withMinus(value.toFixed(digits));
}

/** A number with a fixed count of decimals and its sign always shown when `signed`: for cells that must align. */
export function fixedWords(value: number, decimals: number, signed = false): string {
	if (!Number.isFinite(value)) return numberWords(value);
	const text = withMinus(value.toFixed(decimals));
	const zero = Number(value.toFixed(decimals)) === 0;
	if (zero) return text.replace(MINUS, '');
	return signed && value > 0 ? `+${text}` : text;
}

/** A number as a mantissa and a power of ten: "1.7×10⁻⁶". */
export function powerWords(value: number, decimals = 1): string {
	if (value === 0 || !Number.isFinite(value)) return numberWords(value);
	const [mantissa, exponent] = value.toExponential(decimals).split('e');
	return `${withMinus(mantissa ?? '')}×10${superscript(Number(exponent))}`;
}

/** A number as it was set: no digits that say nothing, a true minus sign. */
export function plainWords(value: number): string {
	return Number.isFinite(value) ? withMinus(String(Number(value.toPrecision(4)))) : numberWords(value);
}

/** An index from 1 to 9 as a subscript: "₂". */
export function subscript(index: number): string {
	return '₀₁₂₃₄₅₆₇₈₉'[index] ?? `_${index}`;
}

/** An integer as a superscript: "⁻⁶". */
export function superscript(n: number): string {
	return String(n).replace(/[-\d]/g, (sign) => (sign === '-' ? '⁻' : ('⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)] ?? sign)));
}

function withMinus(text: string): string {
	return text.replace('-', MINUS);
}
