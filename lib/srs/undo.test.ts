import { describe, expect, it } from 'vitest';
import { lastUndoable, standingReviews } from './undo';

const rows = ['a', 'b', 'c'].map((id) => ({ id }));
const undo = (reviewId: string) => ({ id: `undo ${reviewId}`, reviewId, atMs: 0 });

describe('standingReviews()', () => {
	it('leaves out what was taken back and keeps the order', () => {
		expect(standingReviews(rows, [undo('b')])).toEqual([{ id: 'a' }, { id: 'c' }]);
	});

	it('takes two markers of one row for one', () => {
		expect(standingReviews(rows, [undo('c'), undo('c')])).toEqual([{ id: 'a' }, { id: 'b' }]);
	});
});

describe('lastUndoable()', () => {
	it('goes back level by level until nothing is left', () => {
		expect(lastUndoable(rows, [])).toEqual({ id: 'c' });
		expect(lastUndoable(rows, [undo('c')])).toEqual({ id: 'b' });
		expect(lastUndoable(rows, [undo('c'), undo('b'), undo('a')])).toBeNull();
	});
});
