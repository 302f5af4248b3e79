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

/** Modules by what they were written for, the latest last, so that a run that begins anew is not compiled anew. */
const modules = new Map<string, WebAssembly.Module>();
const MODULES_KEPT = 16;

/**
 * Compiles the functions that `write` gives, unless that was done before under the same key, and starts them on a new memory.
 * `layout` must be complete when `write` returns. Throws RangeError when the memory would be too large.
 */
export function startProgram(key: string, layout: MemoryLayout, write: () => readonly WasmFunction[]): WasmProgram {
	// Written every time, since writing also finds the constants; compiling is what takes long.
	const functions = write();
	const pages = layout.pages();
	if (pages > GREATEST_PAGES) throw new RangeError(`a program of ${pages * PAGE_BYTES} bytes is too large`);
	const module = modules.get(key) ?? new WebAssembly.Module(moduleBytes(functions, pages));
	modules.delete(key);
	modules.set(key, module);
	const oldest = modules.keys().next();
	if (modules.size > MODULES_KEPT && !oldest.done) modules.delete(oldest.value);

	const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
	const { exports } = new WebAssembly.Instance(module, { engine: { memory } });
	const integers = new Uint32Array(memory.buffer);
	integers.set(layout.constants());
	return {
		functions: exports as Record<string, (...numbers: number[]) => number>,
		floats: new Float32Array(memory.buffer),
		integers,
	};
}
