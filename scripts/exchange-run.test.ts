import { describe, expect, it } from 'vitest';
import { columnMapping } from '@/lib/exchange/column-mapping';
import { DEFAULT_LIMITS } from '@/lib/exchange/limits';
import { limitsWith } from './exchange-run';

describe('limitsWith()', () => {
	it('changes the limits that are named and no other', () => {
		expect(limitsWith(['notes=5', 'fileBytes=10'])).toEqual({ ...DEFAULT_LIMITS, notes: 5, fileBytes: 10 });
	});

	it.each(['notes', 'notes=-1', 'notes=many', 'toString=1', '=5'])(
		'refuses “%s” and says what is allowed',
		(change) => {
			expect(() => limitsWith([change])).toThrow(/cannot set the limit .* fileBytes, .* are allowed/);
		},
	);
});

describe('columnMapping()', () => {
	it('takes what the page sends', () => {
		const mapping = { separator: '\t', header: true, html: false, columns: ['front', 'back', 'ignore'] };
		expect(columnMapping(JSON.stringify(mapping))).toEqual(mapping);
	});

	it.each(['', '[]', '{"separator":",","header":true,"html":false,"columns":["sideways"]}'])('refuses %s', (json) => {
		expect(() => columnMapping(json)).toThrow('cannot read the columns');
	});
});
