'use client';

import type { Preset } from '@/lib/demos/demo';
import type { Field, Fields, ParamsOf, ParamValue } from '@/lib/demos/field';
import { formatParam } from '@/lib/demos/format-query';
import { ChoiceControl } from './choice-control';
import styles from './controls.module.css';
import { useDemoHost } from './demo-host';
import { NumberControl } from './number-control';
import { SeedControl } from './seed-control';

interface Props<F extends Fields> {
	disabled: boolean;
	spec: { fields: F; presets: readonly Preset<F>[] };
	params: ParamsOf<F>;
	onChange(changed: Partial<ParamsOf<F>>): void;
}

/** The settings of a demo: its presets, one control for each field, and the link that holds them all. */
export function Controls<F extends Fields>({ disabled, spec, params, onChange }: Props<F>) {
	const { Share } = useDemoHost();
	const defaults = Object.fromEntries(Object.entries(spec.fields).map(([key, field]) => [key, field.default]));
	const matches = (preset: Preset<F>) =>
		Object.entries({ ...defaults, ...preset.params }).every(
			([key, value]) =>
				spec.fields[key]?.kind === 'seed' ||
				formatParam(value as ParamValue) === formatParam(params[key] as ParamValue),
		);
	const choose = (preset: Preset<F>) => onChange({ ...(defaults as ParamsOf<F>), ...preset.params });
	const set = (key: string) => (value: ParamValue) => onChange({ [key]: value } as Partial<ParamsOf<F>>);

	return (
		<fieldset className={styles.controls} aria-label="Settings" disabled={disabled}>
			<fieldset className={styles.group}>
				<legend>Presets</legend>
				{spec.presets.map((preset) => (
					<button
						key={preset.name}
						type="button"
						className={styles.preset}
						aria-pressed={matches(preset)}
						onClick={() => choose(preset)}
					>
						{preset.name}
					</button>
				))}
			</fieldset>
			{Object.entries(spec.fields).map(([key, field]) => (
				<FieldControl key={key} field={field} value={params[key] as ParamValue} onChange={set(key)} />
			))}
			{Share && <Share />}
		</fieldset>
	);
}

function FieldControl({
	field,
	value,
	onChange,
}: {
	field: Field;
	value: ParamValue;
	onChange(value: ParamValue): void;
}) {
	switch (field.kind) {
		case 'number':
			return <NumberControl {...field} value={value as number} onChange={onChange} />;
		case 'seed':
			return <SeedControl {...field} value={value as number} onChange={onChange} />;
		case 'choice':
			return <ChoiceControl {...field} value={value as string} onChange={onChange} />;
		case 'toggle':
			return (
				<label className={styles.toggle}>
					<input type="checkbox" checked={value as boolean} onChange={(event) => onChange(event.target.checked)} />
					{field.label}
				</label>
			);
		case 'points':
			// put down in the picture
			return null;
		case 'vector': {
			const numbers = value as readonly number[];
			return (
				<fieldset className={styles.group}>
					<legend>{field.label}</legend>
					{numbers.map((number, j) => (
						<NumberControl
							// biome-ignore lint/suspicious/noArrayIndexKey: a component of a vector is its index
							key={j}
							label={`${field.symbol}${'₁₂₃₄₅₆₇₈₉'[j] ?? j + 1}`}
							inline
							min={field.min}
							max={field.max}
							step={field.step}
							scale="linear"
							value={number}
							onChange={(next) => onChange(numbers.map((old, k) => (k === j ? next : old)))}
						/>
					))}
				</fieldset>
			);
		}
	}
}
