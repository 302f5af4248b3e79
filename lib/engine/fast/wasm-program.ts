import { type MemoryLayout, PAGE_BYTES } from './memory-layout';
import { moduleBytes, type WasmFunction } from './wasm-module';

/** A program that runs: its functions by name, and its memory as floats and as integers (index = address / 4). */
export interface WasmProgram {
	readonly functions: Readonly<Record<string, (...numbers: number[]) => number>>;
	readonly floats: Float32Array;
	readonly integers: Uint32Array;
}

/** The greatest memory that a program may take: 1 GiB. */
const GREATEST_PAGES = 2 ** 30 / PAGE_BYTES;

/** A compiled program, without a memory of its own. */
interface Compiled {
	readonly module: WebAssembly.Module;
	readonly constants: Uint32Array;
}

/** Programs by what they were written for, the latest last, so that a run that begins anew is not compiled anew. */
const programs = new Map<string, Compiled>();
const PROGRAMS_KEPT = 16;

/**
 * Compiles the functions that `write` gives, unless that was done before under the same key, and starts them on a new memory.
 * All blocks of `layout` must be taken before; writing adds its constants. Throws RangeError when the memory would be too large.
 */
export function startProgram(key: string, layout: MemoryLayout, write: () => readonly WasmFunction[]): WasmProgram {
	const pages = layout.pages();
	if (pages > GREATEST_PAGES) throw new RangeError(`a program of ${pages * PAGE_BYTES} bytes is too large`);
	const program = programs.get(key) ?? compile(layout, pages, write);
	programs.delete(key);
	programs.set(key, program);
	const oldest = programs.keys().next();
	if (programs.size > PROGRAMS_KEPT && !oldest.done) programs.delete(oldest.value);

	const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
	const { exports } = new WebAssembly.Instance(program.module, { engine: { memory } });
	const integers = new Uint32Array(memory.buffer);
	integers.set(program.constants);
	return {
		functions: exports as Record<string, (...numbers: number[]) => number>,
		floats: new Float32Array(memory.buffer),
		integers,
	};
}

function compile(layout: MemoryLayout, pages: number, write: () => readonly WasmFunction[]): Compiled {
	const module = new WebAssembly.Module(moduleBytes(write(), pages));
	return { module, constants: layout.constants() };
}
