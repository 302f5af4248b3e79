import { builtDemos } from './built-demos';
import type { Claim } from './demo';
import { DEMO_IDS, type DemoId } from './demo-id';

/** One claim, measured: a number a seed, all of which must lie in the band. */
export interface ClaimResult {
	demo: DemoId;
	/** The card the demo proves, `deck/note`. */
	card: string;
	says: string;
	seeds: readonly number[];
	measured: number[];
	band: readonly [number, number];
	ok: boolean;
}

/** Whether a claim holds, and what was measured; a number that is not finite never lies in a band. */
export function measureClaim({ seeds, band: [least, greatest], measure }: Claim): { measured: number[]; ok: boolean } {
	const measured = seeds.map(measure);
	return { measured, ok: measured.length > 0 && measured.every((m) => m >= least && m <= greatest) };
}

/** Measures every claim of the given demos, or of every one, in the order of the deck. */
export async function checkClaims(demos: readonly DemoId[] = DEMO_IDS): Promise<ClaimResult[]> {
	const results: ClaimResult[] = [];
	for (const demo of demos) {
		const { cardId } = await builtDemos[demo].spec();
		for (const claim of await builtDemos[demo].claims()) {
			const { says, seeds, band } = claim;
			results.push({ demo, card: cardId, says, seeds, band, ...measureClaim(claim) });
		}
	}
	return results;
}
