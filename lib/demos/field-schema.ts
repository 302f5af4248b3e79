import { z } from 'zod';
import type { Field, ParamValue } from './field';

const numeral = z
	.string()
	.trim()
	.regex(/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i)
	.transform(Number);

function within(min: number, max: number, whole: boolean) {
	const limits = z.number().min(min).max(max);
	return numeral.pipe(whole ? limits.int() : limits);
}

/** The schema that reads one field from its text in a URL and refuses what its control could not give. */
export function fieldSchema(field: Field): z.ZodType<ParamValue, string> {
	switch (field.kind) {
		case 'number':
			return within(field.min, field.max, field.whole ?? false);
		case 'seed':
			return within(1, field.max, true);
		case 'choice':
			return z.string().refine((text) => field.options.some((option) => option.value === text));
		case 'toggle':
			return z.enum(['0', '1']).transform((text) => text === '1') as z.ZodType<boolean, string>;
		case 'vector':
			return z
				.string()
				.transform((text) => text.split(','))
				.pipe(z.array(within(field.min, field.max, false)).length(field.default.length));
		case 'points': {
			const hundredths = z.number().int().min(-field.reach).max(field.reach);
			return (
				z
					.string()
					// a number, a comma: no longer than that many points can be
					.max(3 * field.most * 6)
					.transform((text) => text.split(','))
					.pipe(
						z
							.array(numeral)
							.min(3)
							.max(3 * field.most),
					)
					.refine(
						(numbers) =>
							numbers.length % 3 === 0 &&
							numbers.every((number, k) =>
								k % 3 === 2 ? number === 0 || number === 1 : hundredths.safeParse(number).success,
							),
					)
			);
		}
	}
}
