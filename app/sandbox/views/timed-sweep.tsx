'use client';

import { useEffect, useRef, useState } from 'react';
import { Curves } from '@/app/sandbox/pictures/curves';
import bar from '@/app/sandbox/run-bar.module.css';
import { timePasses } from '@/app/sandbox/time-passes';
import { growthPower, type NetSize } from '@/lib/demos/backprop-complexity/cost';
import { fixedWords, numberWords } from '@/lib/demos/number-words';
import styles from './picture-view.module.css';

interface Props {
	sizes: readonly (NetSize & { x: number })[];
	/** What grows: "width M". */
	name: string;
	ready: boolean;
	width: number;
}

/** The same sweep by the clock of this machine, one size at a time so that the page stays awake; it is not graded. */
export function TimedSweep({ sizes, name, ready, width }: Props) {
	const [times, setTimes] = useState<readonly { x: number; y: number }[]>([]);
	const timer = useRef(0);
	useEffect(() => () => clearTimeout(timer.current), []);
	const running = times.length > 0 && times.length < sizes.length;

	function measure(sofar: readonly { x: number; y: number }[]): void {
		const size = sizes[sofar.length];
		if (!size) return;
		const next = [...sofar, { x: size.x, y: timePasses(size) }];
		setTimes(next);
		timer.current = window.setTimeout(() => measure(next), 30);
	}

	const high = 10 ** Math.ceil(Math.log10(Math.max(1, ...times.map(({ y }) => y))));
	const low = 10 ** Math.floor(Math.log10(Math.min(0.01, ...times.map(({ y }) => y))));
	const slope = times.length === sizes.length ? growthPower(times.slice(-3)) : null;
	const last = times.at(-1);
	return (
		<div className={styles.block}>
			<div className={bar.bar}>
				<button type="button" className={bar.button} disabled={!ready || running} onClick={() => measure([])}>
					{times.length === 0 ? 'Time it here' : 'Time it again'}
				</button>
				<span className={bar.hint} aria-live="polite">
					{slope === null
						? 'After the run: the same passes by the clock of this machine.'
						: `The last two doublings rise with slope ${fixedWords(slope, 1)}: what the clock says, with caches and other work in it.`}
				</span>
			</div>
			{last && (
				<svg
					viewBox={`0 0 ${width} 200`}
					role="img"
					aria-label={`Time of a training pass by ${name}: ${numberWords(last.y)} ms at ${last.x}.`}
				>
					<Curves
						series={[
							{ id: 'ms', label: 'measured', tone: 'accent', xs: times.map(({ x }) => x), ys: times.map(({ y }) => y) },
						]}
						x={{ scale: 'log', low: sizes[0]?.x ?? 1, high: sizes.at(-1)?.x ?? 10, label: name }}
						y={{ scale: 'log', low, high, label: 'milliseconds a pass' }}
						width={width}
						height={200}
					/>
				</svg>
			)}
		</div>
	);
}
