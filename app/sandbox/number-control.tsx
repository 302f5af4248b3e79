'use client';

import { useId } from 'react';
import styles from './controls.module.css';

interface Props {
	label: string;
	hint?: string;
	min: number;
	max: number;
	step: number;
	scale: 'linear' | 'log';
	whole?: boolean;
	/** The label stands before the slider, on its line. */
	inline?: boolean;
	value: number;
	onChange(value: number): void;
}

const NOTCHES = 200;

/** A number by slider, by typing or by arrow keys; on a log scale the slider moves by factors. */
export function NumberControl({ label, hint, min, max, step, scale, whole, inline, value, onChange }: Props) {
	const id = useId();
	const snap = (raw: number) => {
		const rounded = whole ? Math.round(raw) : Number((Math.round(raw / step) * step).toFixed(6));
		return Math.min(max, Math.max(min, rounded));
	};
	const log = scale === 'log';
	const span = Math.log(max / min);
	const notch = log ? Math.round((NOTCHES * Math.log(value / min)) / span) : value;
	const slide = (raw: number) => {
		if (!log) return onChange(snap(raw));
		const next = snap(min * Math.exp((raw / NOTCHES) * span));
		// Where two notches give one number, a press of an arrow key must still move on.
		onChange(next === value && raw !== notch ? snap(value + Math.sign(raw - notch) * step) : next);
	};
	return (
		<div className={inline ? styles.inline : styles.field}>
			<label htmlFor={id}>{label}</label>
			<input
				id={id}
				type="range"
				min={log ? 0 : min}
				max={log ? NOTCHES : max}
				step={log ? 1 : step}
				value={notch}
				aria-valuetext={String(value)}
				onChange={(event) => slide(event.target.valueAsNumber)}
			/>
			<input
				// Drawn anew when the slider moves it, so that a half-typed number is left alone.
				key={value}
				type="number"
				className={styles.typed}
				aria-label={`${label}, typed`}
				min={min}
				max={max}
				step={whole ? 1 : 'any'}
				defaultValue={value}
				onBlur={(event) => {
					const typed = event.target.valueAsNumber;
					if (!Number.isFinite(typed)) event.target.value = String(value);
					else if (typed !== value) onChange(snap(typed));
				}}
				onKeyDown={(event) => {
					if (event.key === 'Enter') event.currentTarget.blur();
				}}
			/>
			{hint && <small>{hint}</small>}
		</div>
	);
}
