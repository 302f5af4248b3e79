import type { Field, ParamValue } from './field';

const NUMERAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Reads one field from its text in a URL; null for what its control could not give. By hand, since the demos that travel in packages
 * read their links too and carry no schema library.
 */
export function readField(field: Field, text: string): ParamValue | null {
	switch (field.kind) {
		case 'number':
			return readNumber(text, field.min, field.max, field.whole ?? false);
		case 'seed':
			return readNumber(text, 1, field.max, true);
		case 'choice':
			return field.options.some((option) => option.value === text) ? text : null;
		case 'toggle':
			return text === '1' ? true : text === '0' ? false : null;
		case 'vector': {
			const numbers = text.split(',').map((part) => readNumber(part, field.min, field.max, false));
			const read = numbers.filter((number) => number !== null);
			return read.length === numbers.length && read.length === field.default.length ? read : null;
		}
		case 'points': {
			// a number, a comma: no longer than that many points can be
			const parts = text.length <= 3 * field.most * 6 ? text.split(',') : [];
			const numbers = parts.map((part, k) =>
				k % 3 === 2 ? readNumber(part, 0, 1, true) : readNumber(part, -field.reach, field.reach, true),
			);
			const read = numbers.filter((number) => number !== null);
			const whole = read.length === numbers.length && read.length >= 3 && read.length % 3 === 0;
			return whole && read.length <= 3 * field.most ? read : null;
		}
	}
}

function readNumber(text: string, min: number, max: number, whole: boolean): number | null {
	const trimmed = text.trim();
	if (!NUMERAL.test(trimmed)) return null;
	const number = Number(trimmed);
	return number >= min && number <= max && (!whole || Number.isSafeInteger(number)) ? number : null;
}
