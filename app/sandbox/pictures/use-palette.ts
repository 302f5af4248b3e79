'use client';

import { useSyncExternalStore } from 'react';
import { PALETTE_NAMES, type Palette, parseRgb } from './palette';

let read: Palette | null = null;

/** The computed value of a custom property is only its text; a colour that uses it is resolved. */
function readPalette(): Palette {
	const probe = document.createElement('span');
	document.body.append(probe);
	const entries = PALETTE_NAMES.map((name) => {
		probe.style.color = `var(--${name})`;
		return [name, parseRgb(getComputedStyle(probe).color)] as const;
	});
	probe.remove();
	return Object.fromEntries(entries) as unknown as Palette;
}

function subscribe(changed: () => void): () => void {
	const dark = matchMedia('(prefers-color-scheme: dark)');
	const again = () => {
		read = null;
		changed();
	};
	dark.addEventListener('change', again);
	return () => dark.removeEventListener('change', again);
}

/** The colours of the moment for a canvas, read anew when the system turns dark or light; null on the server. */
export function usePalette(): Palette | null {
	return useSyncExternalStore(
		subscribe,
		() => {
			read ??= readPalette();
			return read;
		},
		() => null,
	);
}
