import { z } from 'zod';
import type { PackageZip } from './package-zip';
import { reason, refused } from './package-zip';
import { protobufText, readProtobuf } from './protobuf';

const LIST_BYTES = 64 * 2 ** 20;

const List = z.record(z.string().regex(/^\d{1,9}$/), z.string().max(1000));

/** The files of a package by the name that its notes call them: the member that holds each. Throws ExchangeError for a list that is none. */
export async function readMediaList(
	zip: PackageZip,
	modern: boolean,
	unpack: (name: string, limitBytes: number) => Promise<Uint8Array>,
): Promise<Map<string, string>> {
	if (!zip.has('media')) return new Map();
	try {
		if (modern) {
			const entries = readProtobuf(await unpack('media', LIST_BYTES)).filter((field) => field.number === 1);
			return new Map(
				entries.map(({ value }, index) => [
					value instanceof Uint8Array ? protobufText(readProtobuf(value), 1) : '',
					String(index),
				]),
			);
		}
		const bytes = await zip.read('media', LIST_BYTES);
		const list = List.parse(JSON.parse(new TextDecoder().decode(bytes)));
		return new Map(Object.entries(list).map(([member, name]) => [name, member]));
	} catch (error) {
		if (error instanceof Error && error.name === 'ExchangeError') throw error;
		throw refused(`its list of media cannot be read (${reason(error)})`, error);
	}
}
