'use client';

import { type ReactNode, useId, useState } from 'react';
import { drawnPoints, withoutLastPoint, withPoint } from '@/lib/demos/multilayer-perceptron/drawn-points';
import { HALF } from '@/lib/demos/multilayer-perceptron/model';
import { perceptronFields } from '@/lib/demos/multilayer-perceptron/params';
import styles from './point-pad.module.css';

interface Props {
	/** The points so far, as the parameter has them; null while the data are not the learner's own. */
	drawn: readonly number[] | null;
	/** Side of the map, in CSS pixels. */
	size: number;
	onDraw(points: readonly number[]): void;
	/** The map. */
	children: ReactNode;
}

const CLASSES = ['blue circle', 'orange square'] as const;

/** Lets the learner put points down on the map with a click or a tap, or by typing their coordinates. */
export function PointPad({ drawn, size, onDraw, children }: Props) {
	const id = useId();
	const [label, setLabel] = useState(1);
	if (!drawn) return children;
	const add = (x1: number, x2: number) => onDraw(withPoint(drawn, { x1, x2, label }));
	const count = drawnPoints(drawn).length;
	return (
		<>
			{/* biome-ignore lint/a11y/useKeyWithClickEvents: the form below does the same by keyboard */}
			{/* biome-ignore lint/a11y/noStaticElementInteractions: the form below does the same by keyboard */}
			<div
				className={styles.map}
				onClick={({ nativeEvent: { offsetX, offsetY } }) =>
					add((2 * offsetX * HALF) / size - HALF, HALF - (2 * offsetY * HALF) / size)
				}
			>
				{children}
			</div>
			<form
				className={styles.pad}
				aria-label="Your points"
				onSubmit={(event) => {
					event.preventDefault();
					const [x1, x2] = ['x1', 'x2'].map((name) => Number(new FormData(event.currentTarget).get(name)));
					add(x1 ?? 0, x2 ?? 0);
				}}
			>
				{CLASSES.map((name, k) => (
					<label key={name}>
						<input type="radio" name={id} checked={label === k} onChange={() => setLabel(k)} /> {name}
					</label>
				))}
				<label>
					x₁ <input name="x1" type="number" step="any" min={-HALF} max={HALF} defaultValue={0} required />
				</label>
				<label>
					x₂ <input name="x2" type="number" step="any" min={-HALF} max={HALF} defaultValue={0} required />
				</label>
				<button type="submit" disabled={count >= perceptronFields.points.most}>
					Put it down
				</button>
				<button type="button" disabled={count <= 1} onClick={() => onDraw(withoutLastPoint(drawn))}>
					Take the last away
				</button>
				<small role="status">
					{count} of {perceptronFields.points.most} points; click the map for more.
				</small>
			</form>
		</>
	);
}
