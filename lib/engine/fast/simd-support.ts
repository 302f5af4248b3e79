import { type Code, v } from './wasm-code';
import { Locals, moduleBytes } from './wasm-module';

const known = new Map<'simd' | 'fused', boolean>();

/** Whether WebAssembly with 128-bit vectors may run here; found out once. */
export function hasSimd(): boolean {
	return found('simd', v.add(v.zero, v.zero));
}

/** Whether a product and a sum of vectors may be one instruction here (relaxed SIMD), rounded once or twice as the processor likes. */
export function hasFusedSums(): boolean {
	return found('fused', v.fusedSum(v.zero, v.zero, v.zero));
}

function found(what: 'simd' | 'fused', vector: Code): boolean {
	const before = known.get(what);
	if (before !== undefined) return before;
	const now = compiles(vector);
	known.set(what, now);
	return now;
}

function compiles(vector: Code): boolean {
	if (typeof WebAssembly === 'undefined') return false;
	const drop = 0x1a;
	const body = [vector, drop];
	const probe = moduleBytes([{ name: 'probe', parameters: [], returnsFloat: false, locals: new Locals(0), body }], 1);
	try {
		// Compiled, not only validated: the policy of a page may forbid it.
		return new WebAssembly.Module(probe) instanceof WebAssembly.Module;
	} catch {
		return false;
	}
}
