import { v } from './wasm-code';
import { Locals, moduleBytes } from './wasm-module';

let supported: boolean | undefined;

/** Whether this engine runs WebAssembly with 128-bit vectors; found out once. */
export function hasSimd(): boolean {
	supported ??= findOut();
	return supported;
}

function findOut(): boolean {
	if (typeof WebAssembly === 'undefined') return false;
	const locals = new Locals(0);
	const body = [...v.add(v.zero, v.zero), 0x1a];
	return WebAssembly.validate(moduleBytes([{ name: 'probe', parameters: [], returnsFloat: false, locals, body }], 1));
}
