'use client';

import { useEffect, useRef } from 'react';
import styles from './exchange.module.css';

/** A file that is ready: the browser is asked to fetch it at once, and the link stays for another time. */
export function DownloadLink({ href, file, bytes }: { href: string; file: string; bytes: number }) {
	const link = useRef<HTMLAnchorElement>(null);
	useEffect(() => link.current?.click(), []);
	return (
		<div className={styles.actions}>
			<a ref={link} href={href} download={file}>
				Download {file}
			</a>
			<span>{sizeWords(bytes)}</span>
		</div>
	);
}

function sizeWords(bytes: number): string {
	const [size, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'KB'] : [bytes / 1_000_000, 'MB'];
	return `${size.toLocaleString('en', { maximumFractionDigits: 1 })} ${unit}`;
}
