'use client';

import { Message } from './message';

export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
	return (
		<Message title="This page could not be shown">
			<p>
				Something went wrong while it was put together. Every answer that was saved is kept; answers that still wait in
				this browser are sent when a page opens again.
			</p>
			<p>
				<button type="button" onClick={reset}>
					Try again
				</button>{' '}
				or <a href="/">go back to today</a>.
			</p>
			{error.digest ? <p>The server&rsquo;s log names this error {error.digest}.</p> : null}
		</Message>
	);
}
