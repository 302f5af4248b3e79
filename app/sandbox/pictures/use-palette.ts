'use client';

import { useCallback, useSyncExternalStore } from 'react';
import { useDemoHost } from '@/app/sandbox/demo-host';
import { PALETTE_NAMES, type Palette, parseRgb } from './palette';

/** The computed value of a custom property is only its text; a colour that uses it is resolved. */
function readPalette(element: Element): Palette {
	const probe = document.createElement('span');
	element.append(probe);
	const entries = PALETTE_NAMES.map((name) => {
		probe.style.color = `var(--${name})`;
		return [name, parseRgb(getComputedStyle(probe).color)] as const;
	});
	probe.remove();
	return Object.fromEntries(entries) as unknown as Palette;
}

// Many small canvases stand side by side: one reading serves them all.
const known = new WeakMap<Element, Palette>();

/** The colours of the moment for a canvas, read anew when the page turns dark or light; null on the server. */
export function usePalette(): Palette | null {
	const { colours } = useDemoHost();
	const subscribe = useCallback(
		(changed: () => void) =>
			colours.watch(() => {
				known.delete(colours.element());
				changed();
			}),
		[colours],
	);
	return useSyncExternalStore(
		subscribe,
		() => {
			const element = colours.element();
			const palette = known.get(element) ?? readPalette(element);
			known.set(element, palette);
			return palette;
		},
		() => null,
	);
}
