import { type RefObject, useEffect, useRef } from 'react';
import { Html } from '@/app/(study)/html';
import type { ReviewCard } from '@/lib/db/review-view';
import styles from './card-face.module.css';
import type { ReviewSession } from './review-session';

interface CardFaceProps {
	card: ReviewCard;
	session: ReviewSession;
	box: RefObject<HTMLElement | null>;
}

/** The card: its front stays where it is, its answer opens below. */
export function CardFace({ card, session: { shown, revealed, steps }, box }: CardFaceProps) {
	const answer = useRef<HTMLElement>(null);
	const replaced = card.backReplacesFront;

	useEffect(() => {
		if (!shown) return;
		answer.current?.focus({ preventScroll: true });
		const part = steps > 0 ? answer.current?.querySelectorAll('section[data-step]')[revealed - 1] : null;
		const fresh = part ?? answer.current;
		if (fresh) scrollToRead(fresh.getBoundingClientRect());
	}, [shown, revealed, steps]);

	return (
		<article className={styles.card} ref={box} tabIndex={-1} aria-label="Question">
			{card.flag > 0 || card.leech ? (
				<p className={styles.marks}>
					{card.flag > 0 ? <span data-flag={card.flag}>Flag {card.flag}</span> : null}
					{card.leech ? <span>Leech</span> : null}
				</p>
			) : null}
			{shown && replaced ? null : <Html html={card.frontHtml} />}
			{shown ? (
				<section
					ref={answer}
					className={styles.answer}
					data-alone={replaced || undefined}
					tabIndex={-1}
					aria-label="Answer"
				>
					<Html html={card.backHtml} {...(steps > 0 ? { revealed } : {})} />
					{card.foretold && <small>{card.foretold}</small>}
				</section>
			) : null}
		</article>
	);
}

const BAR_PX = 150;

/** Brings what was just shown into view, as far as that leaves a third of the page to what was there before. */
function scrollToRead({ top, bottom }: DOMRect): void {
	const hidden = bottom - (window.innerHeight - BAR_PX);
	const room = top - window.innerHeight / 3;
	if (hidden > 0 && room > 0) window.scrollBy({ top: Math.min(hidden, room) });
}
