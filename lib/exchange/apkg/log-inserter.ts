import type Database from 'better-sqlite3';
import type { LogRow } from './log-row';

const ROWS_AT_ONCE = 50;
const ROW = '(?,?,-1,?,?,?,?,?,?)';

/** Writes rows of Anki's log, many at once while their times rise; readers lose rows that share a millisecond, so each gets its own. */
export class LogInserter {
	readonly #one: Database.Statement;
	readonly #many: Database.Statement;
	#waiting: number[] = [];
	/** The highest id given out: all above it are free. */
	#highest = Number.NEGATIVE_INFINITY;
	/** Where to look next for an id after one that was taken: acts on many cards at once share their instant. */
	readonly #next = new Map<number, number>();

	/** Takes a database with an empty `revlog`. */
	constructor(db: Database.Database) {
		this.#one = db.prepare(`INSERT OR IGNORE INTO revlog VALUES ${ROW}`);
		this.#many = db.prepare(`INSERT INTO revlog VALUES ${Array(ROWS_AT_ONCE).fill(ROW).join()}`);
	}

	/** Adds a row under `wanted`, or the next id that is free. Call `end` after the last. */
	add(wanted: number, card: number, row: LogRow): void {
		if (wanted > this.#highest) {
			this.#highest = wanted;
			this.#waiting.push(wanted, card, ...row);
			if (this.#waiting.length === ROWS_AT_ONCE * (row.length + 2)) {
				this.#many.run(this.#waiting);
				this.#waiting = [];
			}
			return;
		}
		this.end();
		let id = this.#next.get(wanted) ?? wanted;
		while (this.#one.run(id, card, ...row).changes === 0) id++;
		if (id !== wanted) this.#next.set(wanted, id + 1);
		this.#highest = Math.max(this.#highest, id);
	}

	/** Writes what still waits. */
	end(): void {
		for (let at = 0; at < this.#waiting.length; at += 8) this.#one.run(this.#waiting.slice(at, at + 8));
		this.#waiting = [];
	}
}
