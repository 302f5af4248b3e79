import { bytesOf, type Code, type Local, unsigned } from './wasm-code';

/** The locals of one function, taken as they are needed; its parameters come first. */
export class Locals {
	readonly #types: Local['type'][] = [];
	readonly #parameters: number;

	constructor(parameters: number) {
		this.#parameters = parameters;
	}

	/** A new local, 0 at the start of the function. */
	take(type: Local['type']): Local {
		return { index: this.#parameters + this.#types.push(type) - 1, type };
	}

	/** `count` vectors of four floats. */
	vectors(count: number): Local[] {
		return Array.from({ length: count }, () => this.take('v128'));
	}

	/** The declarations: one run a local. */
	declared(): Code {
		const runs = this.#types.flatMap((type) => [1, type === 'i32' ? I32 : V128]);
		return [unsigned(this.#types.length), ...runs];
	}
}

const I32 = 0x7f;
const F32 = 0x7d;
const V128 = 0x7b;

/** A function of a module, seen from outside under its name; `parameters` are i32 (addresses, counts) and f32. */
export interface WasmFunction {
	readonly name: string;
	readonly parameters: readonly ('i32' | 'f32')[];
	/** Whether it gives back a float; else nothing. */
	readonly returnsFloat: boolean;
	readonly locals: Locals;
	readonly body: Code;
}

/** The bytes of a module with these functions over an imported memory, `engine.memory` (Core Specification, section 5.5). */
export function moduleBytes(functions: readonly WasmFunction[], pages: number): Uint8Array<ArrayBuffer> {
	const types = functions.map(({ parameters, returnsFloat }) => [
		0x60,
		unsigned(parameters.length),
		...parameters.map((type) => (type === 'i32' ? I32 : F32)),
		...(returnsFloat ? [1, F32] : [0]),
	]);
	const imported = [text('engine'), text('memory'), 0x02, 0x00, unsigned(pages)];
	const exported = functions.map(({ name }, index) => [text(name), 0x00, unsigned(index)]);
	const bodies = functions.map(({ locals, body }) => {
		const code = bytesOf([locals.declared(), body, 0x0b]);
		return [unsigned(code.length), code];
	});
	return Uint8Array.from(
		bytesOf([
			[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
			section(1, types),
			section(2, [imported]),
			section(
				3,
				functions.map((_, index) => unsigned(index)),
			),
			section(7, exported),
			section(10, bodies),
		]),
	);
}

function section(id: number, entries: readonly Code[]): Code {
	const content = bytesOf([unsigned(entries.length), entries]);
	return [id, unsigned(content.length), content];
}

function text(name: string): Code {
	return [unsigned(name.length), ...Array.from(name, (character) => character.charCodeAt(0))];
}
