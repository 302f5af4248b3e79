/** One field of a protobuf message: a number (wire types 0 and 5), or bytes (wire type 2). */
export interface ProtobufField {
	number: number;
	value: number | Uint8Array;
}

/** The fields of a protobuf message in their order (https://protobuf.dev/programming-guides/encoding/); throws a RangeError for what is none. */
export function readProtobuf(bytes: Uint8Array): ProtobufField[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const fields: ProtobufField[] = [];
	let at = 0;
	const varint = () => {
		let value = 0;
		for (let shift = 0; shift < 70; shift += 7) {
			const byte = view.getUint8(at++);
			value += (byte & 127) * 2 ** shift;
			if (byte < 128) return value;
		}
		throw new RangeError('A number of the message has more than ten bytes.');
	};
	while (at < bytes.length) {
		const tag = varint();
		const number = Math.floor(tag / 8);
		const wire = tag % 8;
		if (wire === 0) fields.push({ number, value: varint() });
		else if (wire === 5) {
			fields.push({ number, value: view.getFloat32(at, true) });
			at += 4;
		} else if (wire === 1) at += 8;
		else if (wire === 2) {
			const length = varint();
			if (length > bytes.length - at) throw new RangeError('A field of the message is longer than the message.');
			fields.push({ number, value: bytes.subarray(at, at + length) });
			at += length;
		} else throw new RangeError(`A field of the message has the unknown wire type ${wire}.`);
	}
	if (at > bytes.length) throw new RangeError('The message ends within a field.');
	return fields;
}

/** The last number of a field; `fallback` when there is none. */
export function protobufNumber(fields: readonly ProtobufField[], number: number, fallback = 0): number {
	const value = fields.findLast((field) => field.number === number)?.value;
	return typeof value === 'number' ? value : fallback;
}

/** The last bytes of a field; empty when there are none. */
export function protobufBytes(fields: readonly ProtobufField[], number: number): Uint8Array {
	const value = fields.findLast((field) => field.number === number)?.value;
	return value instanceof Uint8Array ? value : new Uint8Array();
}

/** The same as text. */
export function protobufText(fields: readonly ProtobufField[], number: number): string {
	return new TextDecoder().decode(protobufBytes(fields, number));
}
