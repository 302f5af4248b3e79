import { useEffect, useEffectEvent } from 'react';
import type { Commands } from './commands';
import { commandOf } from './review-keys';

/** Listens to the keys of the review page, wherever the focus is; an open dialog keeps them for itself. */
export function useReviewKeys(commands: Commands): void {
	const press = useEffectEvent((event: KeyboardEvent) => {
		const target = event.target instanceof Element ? event.target : document.body;
		const inDialog = target.closest('dialog') !== null;
		if (event.defaultPrevented || (inDialog && event.key !== '?')) return;
		const command = commandOf({
			key: event.key,
			shiftKey: event.shiftKey,
			modified: event.ctrlKey || event.altKey || event.metaKey,
			repeat: event.repeat,
			on: placeOf(target),
		});
		if (!command) return;
		event.preventDefault();
		command(commands);
	});

	useEffect(() => {
		const listen = (event: KeyboardEvent) => press(event);
		window.addEventListener('keydown', listen);
		return () => window.removeEventListener('keydown', listen);
	}, []);
}

function placeOf(target: Element): 'page' | 'control' | 'text' {
	if (target.closest('input, select, textarea, [contenteditable]')) return 'text';
	return target.closest('a, button, summary') ? 'control' : 'page';
}
