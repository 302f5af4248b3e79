import { type SubmitEvent, useEffect, useState } from 'react';
import type { ZoneView } from '@/lib/db/study-view';
import styles from './zone-line.module.css';

interface ZoneFormProps {
	zone: ZoneView;
	submit: (event: SubmitEvent<HTMLFormElement>) => void;
}

/** Zone and hour of rollover; the browser knows the names of the zones. */
export function ZoneForm({ zone, submit }: ZoneFormProps) {
	const [zones, setZones] = useState<readonly string[]>([]);
	useEffect(() => setZones(Intl.supportedValuesOf('timeZone')), []);
	const names = zones.includes(zone.timeZone) ? zones : [zone.timeZone, ...zones];

	return (
		<form className={styles.form} onSubmit={submit}>
			<label>
				Time zone
				<select name="timeZone" defaultValue={zone.timeZone}>
					{names.map((name) => (
						<option key={name}>{name}</option>
					))}
				</select>
			</label>
			<label>
				A new day begins at
				<select name="rolloverHour" defaultValue={zone.rolloverHour}>
					{Array.from({ length: 24 }, (_, hour) => hour).map((hour) => (
						<option key={hour} value={hour}>
							{String(hour).padStart(2, '0')}:00
						</option>
					))}
				</select>
			</label>
			<button type="submit">Save</button>
		</form>
	);
}
