'use client';

import { useId } from 'react';
import styles from './controls.module.css';

interface Props {
	label: string;
	max: number;
	value: number;
	onChange(value: number): void;
}

/** The seed of everything random, typed or moved on by one. */
export function SeedControl({ label, max, value, onChange }: Props) {
	const id = useId();
	return (
		<div className={styles.seed}>
			<label htmlFor={id}>{label}</label>
			<input
				id={id}
				key={value}
				type="number"
				className={styles.typed}
				min={1}
				max={max}
				step={1}
				defaultValue={value}
				onBlur={(event) => {
					const typed = Math.round(event.target.valueAsNumber);
					if (!Number.isFinite(typed)) event.target.value = String(value);
					else if (typed !== value) onChange(Math.min(max, Math.max(1, typed)));
				}}
				onKeyDown={(event) => {
					if (event.key === 'Enter') event.currentTarget.blur();
				}}
			/>
			<button type="button" className={styles.small} onClick={() => onChange(value >= max ? 1 : value + 1)}>
				New seed
			</button>
		</div>
	);
}
