import { type Code, i32, v } from './wasm-code';

/** Bytes of memory in a page. */
export const PAGE_BYTES = 65_536;

/** Lays out a memory before it exists: blocks one after another, each at a multiple of 64 bytes, and constants in its first page. */
export class MemoryLayout {
	#end = PAGE_BYTES;
	#constants: number[] = [];

	/** Room for `floats` floats (or 32-bit integers); the address of the first. The 128 bytes after it are free too, for tiles that reach over the edge. */
	block(floats: number): number {
		const address = this.#end;
		this.#end += Math.ceil((floats * 4 + 128) / 64) * 64;
		return address;
	}

	/** A vector of four known bit patterns, kept in memory: quicker to load than to make. */
	bits(a: number, b: number, c: number, d: number): Code {
		let at = 0;
		const known = this.#constants;
		while (at < known.length && !(known[at] === a && known[at + 1] === b && known[at + 2] === c && known[at + 3] === d))
			at += 4;
		if (at === known.length) known.push(a, b, c, d);
		if (known.length * 4 > PAGE_BYTES) throw new RangeError('a program has more constants than a page holds');
		return v.load(i32.constant(0), at * 4);
	}

	/** Four known floats. */
	floats(a: number, b: number, c: number, d: number): Code {
		const bits = new Uint32Array(Float32Array.of(a, b, c, d).buffer);
		return this.bits(bits[0] as number, bits[1] as number, bits[2] as number, bits[3] as number);
	}

	/** One known float in all four lanes. */
	splat(value: number): Code {
		return this.floats(value, value, value, value);
	}

	/** How many pages it all takes. */
	pages(): number {
		return Math.ceil(this.#end / PAGE_BYTES);
	}

	/** The constants, to be written at address 0. */
	constants(): Uint32Array {
		return Uint32Array.from(this.#constants);
	}
}
