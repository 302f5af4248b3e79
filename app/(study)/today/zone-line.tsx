'use client';

import { type SubmitEvent, useEffect, useState } from 'react';
import { postJson } from '@/app/(study)/post-json';
import type { SettingsRequest } from '@/app/api/wire';
import type { ZoneView } from '@/lib/db/study-view';
import { sameZone } from './same-zone';
import { ZoneForm } from './zone-form';
import styles from './zone-line.module.css';

const KEPT = 'chainrule.zone-kept';

/** Which calendar study days follow; told by the browser once, offered when it differs later, changed only by hand. */
export function ZoneLine({ zone }: { zone: ZoneView }) {
	const [followed, setFollowed] = useState(zone.timeZone);
	const [offered, setOffered] = useState<string | null>(null);
	const [problem, setProblem] = useState('');

	useEffect(() => {
		const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
		if (!zone.known) {
			// told, not reloaded: the learner may be about to press a key
			void send({ timeZone: here, onlyIfUnknown: true }).then((refusal) => {
				if (!refusal) setFollowed(here);
			});
		} else if (!sameZone(here, zone.timeZone) && localStorage.getItem(KEPT) !== `${zone.timeZone} ${here}`) {
			setOffered(here);
		}
	}, [zone]);

	async function change(calendar: { timeZone?: string; rolloverHour?: number }): Promise<void> {
		const refusal = await send(calendar);
		if (refusal) setProblem(refusal);
		else window.location.reload();
	}

	function keep(): void {
		localStorage.setItem(KEPT, `${zone.timeZone} ${offered}`);
		setOffered(null);
	}

	function submit(event: SubmitEvent<HTMLFormElement>): void {
		event.preventDefault();
		const data = new FormData(event.currentTarget);
		void change({ timeZone: String(data.get('timeZone')), rolloverHour: Number(data.get('rolloverHour')) });
	}

	return (
		<footer className={styles.zone}>
			{offered ? (
				<p className={styles.offer}>
					This browser is in {offered}.{' '}
					<button type="button" onClick={() => void change({ timeZone: offered })}>
						Use it for study days
					</button>{' '}
					<button type="button" onClick={keep}>
						Keep {zone.timeZone}
					</button>
				</p>
			) : null}
			<details>
				<summary>
					Study days follow {followed}, a new day at {hour(zone.rolloverHour)} — <u>change</u>
				</summary>
				<ZoneForm zone={{ ...zone, timeZone: followed }} submit={submit} />
			</details>
			<p role="status" className={styles.problem}>
				{problem}
			</p>
		</footer>
	);
}

function send(calendar: SettingsRequest): Promise<string | null> {
	return postJson('/api/settings', calendar);
}

function hour(of: number): string {
	return `${String(of).padStart(2, '0')}:00`;
}
