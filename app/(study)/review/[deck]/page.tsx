import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { SaveState } from '@/app/(study)/outbox/save-state';
import { KeysDialog } from '@/app/(study)/review/keys-dialog';
import { Review } from '@/app/(study)/review/review';
import { nowMs } from '@/lib/db/clock';
import { readReviewQueue } from '@/lib/db/review-queue';

interface Props {
	params: Promise<{ deck: string }>;
}

const queueOf = cache(async (deckId: string) => readReviewQueue(deckId, nowMs()));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const queue = await queueOf((await params).deck);
	return { title: queue ? `Review: ${queue.deckTitle}` : 'Not found' };
}

export default async function ReviewPage({ params }: Props) {
	const queue = await queueOf((await params).deck);
	if (!queue) notFound();
	return (
		<>
			<SaveState />
			<Review initial={queue} openedAtMs={nowMs()} keys={<KeysDialog />} />
		</>
	);
}
