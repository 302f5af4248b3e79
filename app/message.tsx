import type { ReactNode } from 'react';

/** A page that has one thing to say: what happened, what was kept, what to do. */
export function Message({ title, children }: { title: string; children: ReactNode }) {
	return (
		<main id="main" className="message">
			<h1>{title}</h1>
			{children}
		</main>
	);
}
