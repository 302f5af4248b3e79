import { useEffect, useState } from 'react';
import type { KeptPrediction, ReviewCard } from '@/lib/db/review-view';

/** The card's last prediction: the one it came with, or a newer one that its demo has just told of. */
export function useForetold({ demo, foretold }: ReviewCard): KeptPrediction | null {
	const [fresh, setFresh] = useState<KeptPrediction | null>(null);
	const demoId = demo?.id;

	useEffect(() => {
		if (!demoId) return;
		const channel = new BroadcastChannel('chainrule-foretold');
		channel.onmessage = ({ data }: MessageEvent<KeptPrediction & { demoId: string }>) => {
			if (data.demoId === demoId) setFresh({ ...data, daysAgo: 0 });
		};
		return () => channel.close();
	}, [demoId]);

	return fresh ?? foretold;
}
