import type { Metadata } from 'next';
import { Message } from './message';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
	return (
		<Message title="There is no such page">
			<p>
				The address names a deck, a card or a demo that is not here: it may have been renamed in its file, or mistyped.
				Nothing was changed.
			</p>
			<p>
				<a href="/">See what is due today</a>, or <a href="/sandbox">look through the demos</a>.
			</p>
		</Message>
	);
}
