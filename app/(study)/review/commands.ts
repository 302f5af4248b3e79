import type { Grade } from '@/lib/srs/grade';

/** What the keys and buttons of the review page can ask for. */
export interface Commands {
	advance(): void;
	grade(grade: Grade): void;
	undo(): void;
	suspend(): void;
	bury(): void;
	flag(): void;
	unflag(): void;
	demo(): void;
	closeDemo(): void;
	keys(): void;
}
