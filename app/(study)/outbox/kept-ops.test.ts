import { describe, expect, it } from 'vitest';
import { answer, card } from '@/app/(study)/review/review-fixtures';
import { keptOps } from './kept-ops';

/** A browser's storage: items are its own properties, its methods are not. */
function storage(): Storage {
	const store = Object.create({
		getItem: (name: string) => store[name] ?? null,
		setItem: (name: string, value: string) => {
			store[name] = value;
		},
		removeItem: (name: string) => {
			delete store[name];
		},
	}) as Record<string, string>;
	return store as unknown as Storage;
}

const at = (id: string, atMs: number) => {
	const op = answer(card(id));
	return { ...op, body: { ...op.body, atMs } };
};

describe('keptOps()', () => {
	it('gives a later tab what an earlier one kept, oldest first', () => {
		const disk = storage();
		const tab = keptOps(disk);
		for (const op of [at('b', 20), at('c', 100), at('a', 3)]) tab.keep(op);
		expect(
			keptOps(disk)
				.left()
				.map((op) => op.body.key),
		).toEqual(['answer a', 'answer b', 'answer c']);
	});

	it('keeps acts of one millisecond in their order', () => {
		const disk = storage();
		const tab = keptOps(disk);
		for (const id of ['z', 'y', 'x']) tab.keep(at(id, 7));
		expect(
			keptOps(disk)
				.left()
				.map((op) => op.body.key),
		).toEqual(['answer z', 'answer y', 'answer x']);
	});

	it('replaces an act of the same key in its place', () => {
		const disk = storage();
		const tab = keptOps(disk);
		tab.keep(at('a', 1));
		tab.keep({ ...answer(card('a', { version: 5 })) });
		expect(keptOps(disk).left()).toMatchObject([{ body: { version: 5 } }]);
	});

	it('forgets what an earlier tab kept', () => {
		const disk = storage();
		keptOps(disk).keep(at('a', 1));
		const later = keptOps(disk);
		for (const op of later.left()) later.forget(op);
		expect(keptOps(disk).left()).toEqual([]);
	});

	it('throws away items that are not acts and leaves the items of others alone', () => {
		const disk = storage();
		disk.setItem('chainrule.outbox.1', '{"kind":"ans');
		disk.setItem('chainrule.outbox.2', 'null');
		disk.setItem('theirs', 'kept');
		expect(keptOps(disk).left()).toEqual([]);
		expect(Object.keys(disk)).toEqual(['theirs']);
	});

	it('survives a full storage', () => {
		const full = {
			...storage(),
			setItem: () => {
				throw new DOMException('full', 'QuotaExceededError');
			},
		} as unknown as Storage;
		expect(() => keptOps(full).keep(at('a', 1))).not.toThrow();
	});
});
