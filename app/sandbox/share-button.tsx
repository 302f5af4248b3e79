'use client';

import { useState } from 'react';
import styles from './controls.module.css';

/** Copies the address of the page, which holds every setting; where copying is refused, shows it to be copied by hand. */
export function ShareButton() {
	const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
	const address = () => {
		const url = new URL(location.href);
		url.searchParams.delete('embed');
		return url.href;
	};
	const copy = async () => {
		try {
			await navigator.clipboard.writeText(address());
			setCopied('yes');
		} catch {
			setCopied('refused');
		}
	};
	return (
		<div className={styles.share}>
			<button type="button" className={styles.small} onClick={copy}>
				Share
			</button>
			<span aria-live="polite">
				{copied === 'yes' && 'Link copied.'}
				{copied === 'refused' && (
					<input readOnly value={address()} aria-label="Link to copy" onFocus={(event) => event.target.select()} />
				)}
			</span>
		</div>
	);
}
