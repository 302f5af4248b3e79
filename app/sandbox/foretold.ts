/** A prediction with its outcome, in the words the page shows. */
export interface Foretold {
	demoId: string;
	query: string;
	seed: number | null;
	guess: string;
	measured: string;
	grade: 'hit' | 'close' | 'miss';
}
