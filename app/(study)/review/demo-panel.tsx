import { useEffect, useRef } from 'react';
import type { DemoTarget } from '@/lib/db/review-view';
import styles from './demo-panel.module.css';

interface DemoPanelProps {
	demo: DemoTarget;
	/** Of the card. */
	title: string;
	close: () => void;
}

/** The card's demo beside its answer (below it on a narrow page), fetched only now that it was asked for. */
export function DemoPanel({ demo, title, close }: DemoPanelProps) {
	const panel = useRef<HTMLElement>(null);
	const src = `${demo.href}${demo.href.includes('?') ? '&' : '?'}embed=1`;

	useEffect(() => {
		panel.current?.scrollIntoView({ block: 'nearest' });
		panel.current?.focus({ preventScroll: true });
	}, []);

	/** Escape leads back to the card from inside the demo, too. */
	function listen(frame: HTMLIFrameElement): void {
		frame.contentWindow?.addEventListener('keydown', (event) => {
			if (event.key === 'Escape' && !event.defaultPrevented) close();
		});
	}

	return (
		<section ref={panel} className={styles.panel} tabIndex={-1} aria-label="Demo">
			<p className={styles.head}>
				<a href={demo.href} target="_blank" rel="noreferrer">
					On a page of its own
				</a>
				<button type="button" onClick={close}>
					Close <kbd>Esc</kbd>
				</button>
			</p>
			<iframe src={src} title={`Demo: ${title}`} onLoad={(event) => listen(event.currentTarget)} />
		</section>
	);
}
