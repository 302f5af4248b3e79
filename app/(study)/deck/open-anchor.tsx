'use client';

import { useEffect } from 'react';

/** Opens the card that the address points at. */
export function OpenAnchor() {
	useEffect(() => {
		function open() {
			const row = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
			const details = row?.querySelector('details');
			if (!row || !details) return;
			details.open = true;
			row.scrollIntoView();
		}
		open();
		window.addEventListener('hashchange', open);
		return () => window.removeEventListener('hashchange', open);
	}, []);
	return null;
}
