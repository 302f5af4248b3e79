import { allowedValues, type Fields, type ParamsOf, type ParamValue } from './field';
import { formatParam } from './format-query';
import { readField } from './read-field';

/** The parameters of a URL, and a sentence for each part of it that could not be used. */
export interface ParsedQuery<F extends Fields> {
	params: ParamsOf<F>;
	problems: string[];
}

/** Keys that every demo's URL may carry beside its parameters: the version of the form, and the frame it is shown in. */
const RESERVED = new Set(['v', 'embed']);
const VERSION = '1';

/** Reads a demo's query; what is missing, unknown or out of range takes its default and is named in `problems`. */
export function parseQuery<F extends Fields>(fields: F, query: string | URLSearchParams): ParsedQuery<F> {
	const search = new URLSearchParams(query);
	const problems: string[] = [];
	const version = search.get('v') ?? VERSION;
	if (version !== VERSION) problems.push(`v=${version} is not a form of link this version knows; it is read as v=1`);
	for (const key of new Set(search.keys())) {
		if (RESERVED.has(key)) continue;
		if (!Object.hasOwn(fields, key)) {
			problems.push(`${key} is not a setting of this demo (${Object.keys(fields).join(', ')}); it is left out`);
		} else if (search.getAll(key).length > 1) problems.push(`${key} is given more than once; the first is used`);
	}
	const params: Record<string, ParamValue> = {};
	for (const [key, field] of Object.entries(fields)) {
		const text = search.get(key);
		params[key] = field.default;
		if (text === null) continue;
		const read = readField(field, text);
		if (read !== null) params[key] = read;
		else {
			const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
			problems.push(`${key}=${shown} is not allowed (${allowedValues(field)}); ${formatParam(field.default)} is used`);
		}
	}
	return { params: params as ParamsOf<F>, problems };
}
