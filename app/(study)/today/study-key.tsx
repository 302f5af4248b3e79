'use client';

import { useEffect } from 'react';

/** Enter opens the cards from anywhere on the page that does not take Enter itself. */
export function StudyKey({ href }: { href: string }) {
	useEffect(() => {
		function open(event: KeyboardEvent) {
			const free = event.target === document.body || event.target === document.documentElement;
			if (event.key === 'Enter' && free && !event.repeat && !event.ctrlKey && !event.metaKey && !event.altKey) {
				window.location.assign(href);
			}
		}
		window.addEventListener('keydown', open);
		return () => window.removeEventListener('keydown', open);
	}, [href]);
	return null;
}
