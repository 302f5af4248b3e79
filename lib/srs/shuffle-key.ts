import { stableHash } from './stable-hash';

/** A stable key (0 to 2^31 - 1) that puts the reviews of one due day in an order that looks random and stays the same all day. */
export function shuffleKey(cardId: string, dueDay: number): number {
	return stableHash(`${dueDay}/${cardId}`) >>> 1;
}
