'use client';

import { useId } from 'react';
import styles from './controls.module.css';

interface Props {
	label: string;
	hint?: string;
	options: readonly { value: string; label: string }[];
	value: string;
	onChange(value: string): void;
}

/** One of a few: side by side up to four, a list beyond. */
export function ChoiceControl({ label, hint, options, value, onChange }: Props) {
	const id = useId();
	if (options.length > 4) {
		return (
			<div className={styles.field}>
				<label htmlFor={id}>{label}</label>
				<select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
					{options.map((option) => (
						<option key={option.value} value={option.value}>
							{option.label}
						</option>
					))}
				</select>
				{hint && <small>{hint}</small>}
			</div>
		);
	}
	return (
		<fieldset className={styles.group}>
			<legend>{label}</legend>
			<div className={styles.segments}>
				{options.map((option) => (
					<label key={option.value}>
						<input
							type="radio"
							name={id}
							value={option.value}
							checked={option.value === value}
							onChange={() => onChange(option.value)}
						/>
						<span>{option.label}</span>
					</label>
				))}
			</div>
			{hint && <small>{hint}</small>}
		</fieldset>
	);
}
