import { v } from './wasm-code';
import { Locals, moduleBytes } from './wasm-module';

let supported: boolean | undefined;

/** Whether WebAssembly with 128-bit vectors may run here; found out once. */
export function hasSimd(): boolean {
	supported ??= findOut();
	return supported;
}

function findOut(): boolean {
	if (typeof WebAssembly === 'undefined') return false;
	const locals = new Locals(0);
	const body = [v.add(v.zero, v.zero), 0x1a];
	const probe = moduleBytes([{ name: 'probe', parameters: [], returnsFloat: false, locals, body }], 1);
	try {
		// Compiled, not only validated: the policy of a page may forbid it.
		return new WebAssembly.Module(probe) instanceof WebAssembly.Module;
	} catch {
		return false;
	}
}
