import type { Op } from './op';

const PREFIX = 'chainrule.outbox.';

/** Acts kept in the browser's storage, one item each, so that writing one never rewrites another tab's. */
export function keptOps(storage: Storage) {
	const names = new Map<string, string>();
	let written = 0;

	return {
		keep(op: Op): void {
			const name = names.get(op.body.key) ?? nameOf(op, written++);
			names.set(op.body.key, name);
			try {
				storage.setItem(name, JSON.stringify(op));
			} catch {
				// Storage is full or forbidden: the act is still sent from memory, and closing the tab still warns.
			}
		},
		forget(op: Op): void {
			const name = names.get(op.body.key);
			if (name) storage.removeItem(name);
			names.delete(op.body.key);
		},
		left(): Op[] {
			const found = Object.keys(storage)
				.filter((name) => name.startsWith(PREFIX))
				.sort();
			return found.flatMap((name) => {
				const op = parse(storage.getItem(name));
				if (!op) {
					storage.removeItem(name);
					return [];
				}
				names.set(op.body.key, name);
				return [op];
			});
		},
	};
}

/** Names sort in the order of the acts, also across tabs. */
function nameOf(op: Op, written: number): string {
	return `${PREFIX}${String(op.body.atMs).padStart(16, '0')}.${String(written).padStart(6, '0')}.${op.body.key}`;
}

function parse(text: string | null): Op | null {
	try {
		const op = JSON.parse(text ?? 'null') as Op | null;
		const whole = typeof op?.body?.key === 'string' && ['answer', 'action', 'undo'].includes(op.kind);
		return whole ? op : null;
	} catch {
		return null;
	}
}
