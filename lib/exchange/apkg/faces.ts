/** The sides of a note's cards as HTML for Anki's fields. */
export type NoteFaces =
	| { kind: 'basic' | 'reversed' | 'typed'; question: string; answer: string }
	| { kind: 'cloze'; question: string; answer: string; numbers: number[] }
	| { kind: 'html'; title: string; cards: { number: number; front: string; back: string }[] };

/** What the sides are written with: the deck's macros, and what each of its pictures is called in the package. */
export interface FaceContext {
	macros: Readonly<Record<string, string>>;
	/** Null for a picture that is not there. */
	mediaName(name: string): string | null;
}
