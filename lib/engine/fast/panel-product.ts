import { type Panels, panelRuns } from './panels';
import { advance, type Code, forRange, get, i32, type Local, sequence, set, untilAt, v } from './wasm-code';
import type { Locals } from './wasm-module';

/** The operand of a product whose floats are each multiplied with whole vectors; strides in bytes. */
export interface SplatOperand {
	readonly address: number;
	/** From a row to the next within a block of four rows. */
	readonly rowStride: number;
	/** From a block of four rows to the next. */
	readonly blockStride: number;
	/** From a term of the sum to the next. */
	readonly depthStride: number;
	/** Where a block may be gathered first, [depth][4], when its terms lie far apart and are read often. */
	readonly scratch?: number;
}

/** C(i, j) = start(i) + sum over k of S(i, k) P(k, j). */
export interface ProductPlan {
	readonly rows: number;
	readonly splats: SplatOperand;
	/** P: its rows are the terms of the sum. */
	readonly panels: Panels;
	/** The address of start; 0 when left out. */
	readonly start?: number;
	/** C as panels, or row after row without gaps. */
	readonly into: { readonly panels: Panels } | { readonly rowsAt: number; readonly columns: number };
	/** What becomes of a finished vector of C before it is stored; `at` is its place in the panels, from their address. */
	readonly finish?: (sum: Local, at: Local, offset: number) => Code;
}

/** So many terms are written out; more run in a loop of one term, for with more at once V8 runs out of registers. */
const WRITTEN_OUT = 4;
/** Vectors that are gathered at once. */
const GATHERED = 4;

/** Writes products in tiles of 4 rows x 8 columns, whose sums stay in 8 registers; the terms are added in order everywhere. */
export class ProductWriter {
	readonly #sums: readonly Local[];
	readonly #columns: readonly Local[];
	readonly #splat: Local;
	readonly #i: Local;
	readonly #j: Local;
	readonly #block: Local;
	readonly #p: Local;
	readonly #q: Local;
	readonly #end: Local;
	readonly #c: Local;
	readonly #plus: (sum: Code, a: Code, b: Code) => Code;

	/** `fused` is whether relaxed SIMD may be used. */
	constructor(locals: Locals, fused: boolean) {
		this.#plus = fused ? v.fusedSum : (sum, a, b) => v.add(sum, v.mul(a, b));
		this.#sums = locals.vectors(8);
		this.#columns = locals.vectors(2);
		this.#splat = locals.take('v128');
		const pointer = () => locals.take('i32');
		[this.#i, this.#j, this.#block] = [pointer(), pointer(), pointer()];
		[this.#p, this.#q, this.#end, this.#c] = [pointer(), pointer(), pointer(), pointer()];
	}

	write(plan: ProductPlan): Code {
		const whole = plan.rows - (plan.rows % 4);
		return sequence(
			forRange(this.#i, 0, whole, 4, this.#rowBlock(plan, 4)),
			forRange(this.#i, whole, plan.rows, 4, this.#rowBlock(plan, plan.rows - whole)),
		);
	}

	#rowBlock(plan: ProductPlan, rows: number): Code {
		const { splats, panels, into } = plan;
		const from = i32.add(i32.constant(splats.address), i32.times(get(this.#i), splats.blockStride / 4));
		const { scratch } = splats;
		const gathered = scratch === undefined ? set(this.#block, from) : this.#gather(splats, from, scratch, panels.rows);
		const strides = scratch === undefined ? splats : { rowStride: 4, depthStride: 16 };
		const targets = 'panels' in into ? panelRuns(into.panels) : null;
		const runs = panelRuns(panels).map((run, index) => {
			const target = targets?.[index];
			const first =
				'panels' in into
					? i32.add(i32.times(get(this.#i), run.width * 4), i32.constant((target?.address ?? 0) - into.panels.address))
					: i32.add(i32.times(get(this.#i), into.columns * 4), i32.constant(run.column * 4));
			const next = target?.stride ?? run.width * 4;
			const body = sequence(this.#tile(plan, strides, rows, run.width), advance(this.#c, next));
			if ('panels' in into || run.count * run.width + run.column <= into.columns)
				return sequence(set(this.#c, first), forRange(this.#j, 0, run.count, 1, body));
			// The last panel is not full: its vectors are stored in part.
			const left = into.columns - run.column - (run.count - 1) * run.width;
			return sequence(
				set(this.#c, first),
				forRange(this.#j, 1, run.count, 1, body),
				this.#tile(plan, strides, rows, run.width, left),
			);
		});
		return sequence(gathered, set(this.#q, i32.constant(panels.address)), ...runs);
	}

	#gather({ depthStride }: SplatOperand, from: Code, scratch: number, depth: number): Code {
		const copy = (k: number) => v.store(get(this.#q), v.load(get(this.#p), k * depthStride), scratch + k * 16);
		const whole = depth - (depth % GATHERED);
		const unrolled = sequence(...[0, 1, 2, 3].map((k) => copy(k)), advance(this.#p, GATHERED * depthStride));
		return sequence(
			set(this.#p, from),
			forRange(this.#q, 0, whole * 16, GATHERED * 16, unrolled),
			set(this.#q, i32.constant(whole * 16)),
			...Array.from({ length: depth - whole }, (_, k) => copy(k)),
			set(this.#block, i32.constant(scratch)),
		);
	}

	/** One tile at c: `rows` rows of a panel of `width` columns, of which `left` are stored. Leaves q at the next panel. */
	#tile(
		plan: ProductPlan,
		{ rowStride, depthStride }: { rowStride: number; depthStride: number },
		rows: number,
		width: 8 | 4,
		left: number = width,
	): Code {
		const vectors = width / 4;
		const depth = plan.panels.rows;
		const sum = (row: number, vector: number) => this.#sums[row * vectors + vector] as Local;
		const places = Array.from({ length: rows * vectors }, (_, n) => ({
			row: Math.floor(n / vectors),
			vector: n % vectors,
		}));
		const begin = places.map(({ row, vector }) =>
			set(
				sum(row, vector),
				plan.start === undefined ? v.zero : v.loadSplat(i32.times(get(this.#i), 4), plan.start + row * 4),
			),
		);
		const term = (k: number): Code => {
			const loads = this.#columns
				.slice(0, vectors)
				.map((column, vector) => set(column, v.load(get(this.#q), k * width * 4 + vector * 16)));
			const products = Array.from({ length: rows }, (_, row) =>
				sequence(
					set(this.#splat, v.loadSplat(get(this.#p), k * depthStride + row * rowStride)),
					...this.#columns
						.slice(0, vectors)
						.map((column, vector) =>
							set(sum(row, vector), this.#plus(get(sum(row, vector)), get(column), get(this.#splat))),
						),
				),
			);
			return sequence(...loads, ...products);
		};
		const terms = (count: number) =>
			sequence(
				...Array.from({ length: count }, (_, k) => term(k)),
				advance(this.#p, count * depthStride),
				advance(this.#q, count * width * 4),
			);
		const sums =
			depth <= WRITTEN_OUT
				? terms(depth)
				: sequence(
						set(this.#end, i32.add(get(this.#q), i32.constant(depth * width * 4))),
						untilAt(this.#q, this.#end, terms(1)),
					);
		const ends = places.map(({ row, vector }) => {
			const local = sum(row, vector);
			if ('panels' in plan.into) {
				const offset = row * width * 4 + vector * 16;
				const finished = plan.finish?.(local, this.#c, offset) ?? [];
				return sequence(finished, v.store(get(this.#c), get(local), plan.into.panels.address + offset));
			}
			const offset = plan.into.rowsAt + row * plan.into.columns * 4 + vector * 16;
			return left > vector * 4 ? v.storeLanes(get(this.#c), local, left - vector * 4, offset) : [];
		});
		return sequence(...begin, set(this.#p, get(this.#block)), sums, ...ends);
	}
}
