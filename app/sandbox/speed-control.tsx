'use client';

import styles from './run-bar.module.css';

const SPEEDS = [
	{ speed: 0.25, label: '¼×' },
	{ speed: 0.5, label: '½×' },
	{ speed: 1, label: '1×' },
	{ speed: 2, label: '2×' },
	{ speed: 4, label: '4×' },
] as const;

/** How fast a run plays, against its own pace. */
export function SpeedControl({ speed, onSpeed }: { speed: number; onSpeed(speed: number): void }) {
	return (
		<label className={styles.choice}>
			Speed{' '}
			<select value={speed} onChange={(event) => onSpeed(Number(event.target.value))}>
				{SPEEDS.map((option) => (
					<option key={option.speed} value={option.speed}>
						{option.label}
					</option>
				))}
			</select>
		</label>
	);
}
