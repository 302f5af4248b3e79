import type { Review } from './review';

/** Takes one row of the log back; appended like the rows, never removed. */
export interface UndoMarker {
	id: string;
	/** The row that is taken back. */
	reviewId: string;
	atMs: number;
}

/** The rows of a log that no marker has taken back, in the order given. */
export function standingReviews<R extends Pick<Review, 'id'>>(rows: readonly R[], markers: readonly UndoMarker[]): R[] {
	const undone = new Set(markers.map((marker) => marker.reviewId));
	return rows.filter((row) => !undone.has(row.id));
}

/** The row that the next undo takes back: the last that stands, whose `before` is then the memory of its card; null when none is left. */
export function lastUndoable<R extends Pick<Review, 'id'>>(
	rows: readonly R[],
	markers: readonly UndoMarker[],
): R | null {
	return standingReviews(rows, markers).at(-1) ?? null;
}
