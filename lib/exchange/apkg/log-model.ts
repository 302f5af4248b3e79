import type { ModelMemory } from '@/lib/srs/fsrs-model';

/** What the memory model made of each row of a log, by the row's place in it: sixteen bytes a row, so that it is asked once. */
export class LogModel {
	readonly #values: Float64Array;
	#next = 0;

	/** Takes how many rows the log has. */
	constructor(rows: number) {
		this.#values = new Float64Array(2 * rows);
	}

	/** The place of the row that comes next. */
	next(): number {
		return this.#next++;
	}

	/** Keeps what the model knows after a row; nothing where it knows nothing. */
	keep(place: number, { stability, difficulty }: { stability: number | null; difficulty: number | null }): void {
		if (stability === null || difficulty === null) return;
		this.#values[2 * place] = stability;
		this.#values[2 * place + 1] = difficulty;
	}

	/** What was kept at a place; undefined for nothing. */
	at(place: number): ModelMemory | undefined {
		const [stability, difficulty] = [this.#values[2 * place], this.#values[2 * place + 1]];
		// neither is ever nought
		return stability && difficulty ? { stability, difficulty } : undefined;
	}
}
