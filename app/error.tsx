'use client';

import { Message } from './message';

export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
	return (
		<Message title="This page could not be shown">
			<p>Every answer given is kept: on the disk, or in this browser until it is sent.</p>
			<p>
				<button type="button" onClick={reset}>
					Try again
				</button>{' '}
				or <a href="/">go back to today</a>.
			</p>
			{error.digest ? <p>In the server&rsquo;s log: {error.digest}.</p> : null}
		</Message>
	);
}
