import type { MouseEvent } from 'react';
import { useRef } from 'react';
import type { ReviewCard } from '@/lib/db/review-view';
import { GRADES } from '@/lib/srs/grade';
import type { Commands } from './commands';
import styles from './grade-bar.module.css';
import type { ReviewSession } from './review-session';

const SECOND_CLICK_MS = 350;

interface GradeBarProps {
	card: ReviewCard;
	session: ReviewSession;
	commands: Commands;
	demoOpen: boolean;
}

/** The bar under the card: show the answer, then its parts, then the four grades with what each promises. */
export function GradeBar({ card, session, commands, demoOpen }: GradeBarProps) {
	const { shown, revealed, steps, dayOver } = session;
	const pressedAt = useRef(Number.NEGATIVE_INFINITY);

	/** The second half of a double click must not answer the card that the first half turned over. */
	function once(event: MouseEvent, command: () => void): void {
		const second = event.detail > 1 && event.timeStamp - pressedAt.current < SECOND_CLICK_MS;
		pressedAt.current = event.timeStamp;
		if (!second) command();
	}

	return (
		<section className={styles.bar} aria-label="Answer this card">
			<div className={styles.inner}>
				{shown && (card.demo || revealed < steps) ? (
					<div className={styles.row}>
						{revealed < steps ? (
							<button type="button" className={styles.step} onClick={commands.advance}>
								Next step <small>{`${revealed} of ${steps} shown`}</small> <kbd>Space</kbd>
							</button>
						) : null}
						{card.demo ? (
							<button type="button" className={styles.run} aria-expanded={demoOpen} onClick={commands.demo}>
								{demoOpen ? 'Close the demo' : card.demo.label} <kbd>R</kbd>
							</button>
						) : null}
					</div>
				) : null}
				{shown ? (
					<div className={styles.grades}>
						{GRADES.map((grade, index) => (
							<button
								type="button"
								key={grade}
								data-grade={grade}
								disabled={dayOver}
								onClick={(event) => once(event, () => commands.grade(grade))}
							>
								<span className={styles.word}>{grade}</span>
								<span className={styles.interval}>{card.offers[grade].label}</span>
								<kbd>{index + 1}</kbd>
							</button>
						))}
					</div>
				) : (
					<button type="button" className={styles.show} onClick={(event) => once(event, commands.advance)}>
						Show answer <kbd>Space</kbd>
					</button>
				)}
				{dayOver ? <p className={styles.day}>A new study day has begun; its intervals are being worked out.</p> : null}
			</div>
		</section>
	);
}
