'use client';

import { memo, type Ref, useLayoutEffect, useRef } from 'react';
import styles from './html.module.css';

interface HtmlProps {
	html: string;
	/** How many of a stepwise answer's parts to show; all without it. */
	revealed?: number;
}

/** One side of a card. With InlineHtml the only door for HTML into a page: the server rendered and sanitised it when the deck was read. */
export const Html = memo(function Html({ html, revealed = Number.POSITIVE_INFINITY }: HtmlProps) {
	const box = useRef<HTMLDivElement>(null);

	useLayoutEffect(() => {
		const parts = box.current?.querySelectorAll<HTMLElement>('section[data-step]') ?? [];
		parts.forEach((part, index) => {
			part.hidden = index >= revealed;
		});
	}, [revealed]);

	useLayoutEffect(() => {
		if (box.current) return reachWideMaths(box.current);
	}, []);

	return <Raw html={html} box={box} />;
});

/** Kept apart so that showing a further part never writes the HTML anew. */
const Raw = memo(function Raw({ html, box }: { html: string; box: Ref<HTMLDivElement> }) {
	return <div ref={box} className={styles.html} dangerouslySetInnerHTML={{ __html: html }} />;
});

/** Lets the keyboard scroll an equation, a table or code wider than the page; returns how to stop watching. */
function reachWideMaths(box: HTMLElement): () => void {
	const watcher = new ResizeObserver((entries) => {
		for (const { target } of entries) {
			if (target.scrollWidth > target.clientWidth + 1) target.setAttribute('tabindex', '0');
			else target.removeAttribute('tabindex');
		}
	});
	for (const wide of box.querySelectorAll('.katex-display, table, pre')) watcher.observe(wide);
	return () => watcher.disconnect();
}
