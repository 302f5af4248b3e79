import { type PanelRun, type Panels, paddedColumns, panelRuns } from './panels';
import { type Code, forRange, get, i32, type Local, sequence, set, v } from './wasm-code';
import type { Locals } from './wasm-module';

/** Writes transposes of panels, in blocks of 4 x 4, and the gathering of rows into panels. */
export class TransposeWriter {
	readonly #rows: readonly Local[];
	readonly #mixed: readonly Local[];
	readonly #target: Local;
	readonly #source: Local;
	readonly #to: Local;
	readonly #from: Local;

	constructor(locals: Locals) {
		this.#rows = locals.vectors(4);
		this.#mixed = locals.vectors(4);
		const pointer = () => locals.take('i32');
		[this.#target, this.#source, this.#to, this.#from] = [pointer(), pointer(), pointer(), pointer()];
	}

	/**
	 * Panels whose rows are the columns of `source`, filled up to a multiple of 4 unless `target.rows` is less, and whose columns
	 * are its rows. What stands in columns beyond the last row means nothing.
	 */
	toPanels(source: Panels, target: Panels): Code {
		return this.#toRuns(source, panelRuns(target));
	}

	/** The same in panels of 4 columns throughout: as the splat operand of a product whose rows are those of `source`. */
	toFours(source: Panels, address: number): Code {
		const count = Math.ceil(source.rows / 4);
		return this.#toRuns(source, [{ width: 4, count, address, stride: paddedColumns(source.columns) * 16, column: 0 }]);
	}

	/**
	 * Rows of a table into `target`, a row each: the rows order[0], order[1], ..., or without an order the first ones.
	 * `table` is its address, a row taking `target.columns` floats filled up to a multiple of 4; `count` is how many rows are asked for.
	 */
	gather(table: Code, order: Local | null, count: number, target: Panels): Code {
		const rowBytes = paddedColumns(target.columns) * 4;
		const row = this.#source;
		const index = order === null ? get(row) : i32.load(i32.add(get(order), i32.shiftLeft(get(row), 2)));
		const copies = panelRuns(target).map((run) => {
			const copy = (vector: number) =>
				v.store(get(this.#to), v.load(get(this.#from), vector * 16), run.address + vector * 16);
			return sequence(
				set(this.#to, i32.times(get(row), run.width * 4)),
				forRange(
					this.#target,
					0,
					run.count,
					1,
					sequence(
						copy(0),
						run.width === 8 ? copy(1) : [],
						set(this.#from, i32.add(get(this.#from), i32.constant(run.width * 4))),
						run.count > 1 ? set(this.#to, i32.add(get(this.#to), i32.constant(run.stride))) : [],
					),
				),
			);
		});
		const start = set(this.#from, i32.add(table, i32.times(index, rowBytes)));
		return forRange(row, 0, count, 1, sequence(start, ...copies));
	}

	// Panels are written from the first to the last, so that a block that reaches over the end of one is overwritten by the next.
	#toRuns(source: Panels, targets: readonly PanelRun[]): Code {
		return sequence(
			...targets.map((target) => {
				const inner = panelRuns(source).map((run) => {
					const rowsBefore = i32.add(i32.times(get(this.#target), target.width), i32.constant(target.column));
					const body = sequence(
						set(this.#from, i32.add(i32.times(get(this.#source), run.stride), i32.times(rowsBefore, run.width * 4))),
						set(
							this.#to,
							i32.add(i32.times(get(this.#target), target.stride), i32.times(get(this.#source), 8 * target.width * 4)),
						),
						...this.#blocks(run, target),
					);
					return forRange(this.#source, 0, run.count, 1, body);
				});
				return forRange(this.#target, 0, target.count, 1, sequence(...inner));
			}),
		);
	}

	#blocks(run: PanelRun, target: PanelRun): Code[] {
		const blocks: Code[] = [];
		for (let row = 0; row < target.width; row += 4) {
			for (let column = 0; column < run.width; column += 4) {
				const from = run.address + row * run.width * 4 + column * 4;
				const to = target.address + (run.column + column) * target.width * 4 + row * 4;
				blocks.push(this.#block(from, run.width * 4, to, target.width * 4));
			}
		}
		return blocks;
	}

	#block(from: number, fromStride: number, to: number, toStride: number): Code {
		const [r0, r1, r2, r3] = this.#rows as [Local, Local, Local, Local];
		const [m0, m1, m2, m3] = this.#mixed as [Local, Local, Local, Local];
		const store = (n: number, a: Local, b: Local, lanes: [number, number, number, number]) =>
			v.store(get(this.#to), v.shuffle(get(a), get(b), lanes), to + n * toStride);
		return sequence(
			...[r0, r1, r2, r3].map((row, n) => set(row, v.load(get(this.#from), from + n * fromStride))),
			set(m0, v.shuffle(get(r0), get(r1), [0, 4, 1, 5])),
			set(m1, v.shuffle(get(r2), get(r3), [0, 4, 1, 5])),
			set(m2, v.shuffle(get(r0), get(r1), [2, 6, 3, 7])),
			set(m3, v.shuffle(get(r2), get(r3), [2, 6, 3, 7])),
			store(0, m0, m1, [0, 1, 4, 5]),
			store(1, m0, m1, [2, 3, 6, 7]),
			store(2, m2, m3, [0, 1, 4, 5]),
			store(3, m2, m3, [2, 3, 6, 7]),
		);
	}
}
