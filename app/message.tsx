import type { ReactNode } from 'react';
import styles from './message.module.css';

/** A page that has one thing to say: what happened, what was kept, what to do. */
export function Message({ title, children }: { title: string; children: ReactNode }) {
	return (
		<main id="main" className={styles.message}>
			<h1>{title}</h1>
			{children}
		</main>
	);
}
