import type { Fields, ParamsOf, ParamValue } from './field';

/** A parameter as it stands in a URL. */
export function formatParam(value: ParamValue): string {
	if (typeof value === 'boolean') return value ? '1' : '0';
	if (typeof value === 'object') return value.join(',');
	return String(value);
}

/** The shortest query that `parseQuery` reads as these parameters: defaults are left out; empty when all are. */
export function formatQuery<F extends Fields>(fields: F, params: ParamsOf<F>): string {
	return Object.entries(fields)
		.map(([key, field]) => ({ key, text: formatParam(params[key] as ParamValue), usual: formatParam(field.default) }))
		.filter(({ text, usual }) => text !== usual)
		.map(({ key, text }) => `${key}=${text}`)
		.join('&');
}
