import { z } from 'zod';
import type { CardOrigin } from '@/lib/exchange/portable';

const CardRest = z.object({
	/** Ease in thousandths. */
	factor: z.int().min(0).max(100_000).nullable().catch(null),
	/** The custom data of Anki's card, a string of JSON. */
	customData: z.string().max(1000).nullable().catch(null),
});
/** What Anki keeps of a card and ours has no place for. */
export type CardRest = z.infer<typeof CardRest>;

/** What is kept of an Anki card beside our own memory of it; nothing where there is none or it is not ours. */
export function readRest(origin: CardOrigin | null): CardRest {
	if (origin !== null) {
		try {
			const read = CardRest.safeParse(JSON.parse(origin.rest));
			if (read.success) return read.data;
		} catch {
			// text that is no JSON holds nothing of ours
		}
	}
	return { factor: null, customData: null };
}
