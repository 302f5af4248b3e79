import type { ExchangeNote } from '@/lib/exchange/portable';

const SHOWN = 20;

/** Collects what was left out or changed: the first of a kind one by one, the others counted. */
export class RemarkLog {
	readonly notes: ExchangeNote[] = [];
	readonly #counts = new Map<string, { count: number; last: ExchangeNote | null }>();

	/** Adds a remark; the same message about many places is counted once it was told of some. */
	add(severity: ExchangeNote['severity'], where: string, message: string): void {
		const known = this.#counts.get(message) ?? { count: 0, last: null };
		this.#counts.set(message, known);
		known.count++;
		if (known.count < SHOWN) this.notes.push({ severity, where, message });
		else if (known.last) known.last.where = `${known.count - SHOWN + 1} more`;
		else {
			known.last = { severity, where: '1 more', message };
			this.notes.push(known.last);
		}
	}
}
