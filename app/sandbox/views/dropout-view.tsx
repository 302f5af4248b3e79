'use client';

import { useMemo } from 'react';
import { DemoFrame, type DemoStart } from '@/app/sandbox/demo-frame';
import { BoundaryMap } from '@/app/sandbox/pictures/boundary-map';
import { mapPoints } from '@/app/sandbox/pictures/map-point';
import pictures from '@/app/sandbox/pictures/picture.module.css';
import { linearScale } from '@/app/sandbox/pictures/scale';
import { useWidth } from '@/app/sandbox/pictures/use-width';
import type { ViewProps } from '@/app/sandbox/view-props';
import {
	type DropoutFrame,
	type DropoutNet,
	type DropoutOutcome,
	dropoutData,
	dropoutModel,
	HALF,
	percent,
} from '@/lib/demos/dropout/model';
import type { DropoutParams } from '@/lib/demos/dropout/params';
import { dropoutSpec } from '@/lib/demos/dropout/spec';
import { plainWords } from '@/lib/demos/number-words';
import own from './dropout-view.module.css';
import styles from './picture-view.module.css';

const BANDS: Record<string, readonly [number, number]> = {
	guess: [0.4, 0.65],
	some: [0.65, 0.85],
	most: [0.85, 0.95],
	all: [0.95, 1],
};

/** Each deletion's share of right points as a tick on an axis from 40 % to 100 %, and their mean. */
function Halves({ halves, guess, width }: { halves: readonly number[]; guess: string | null; width: number }) {
	const x = linearScale([0.4, 1], [14, width - 16]);
	const mean = halves.reduce((sum, share) => sum + share, 0) / halves.length;
	const band = guess === null ? null : (BANDS[guess] ?? null);
	const label =
		halves.length === 0 ? 'Nothing is deleted yet.' : `${halves.length} deletions, ${percent(mean)} right on average.`;
	return (
		<svg viewBox={`0 0 ${width} 64`} role="img" aria-label={label}>
			{band && <rect x={x(band[0])} width={x(band[1]) - x(band[0])} y={4} height={34} className={pictures.guess} />}
			<line className={pictures.axis} x1={x(0.4)} x2={x(1)} y1={38} y2={38} />
			{[0.4, 0.6, 0.8, 1].map((share) => (
				<text key={share} x={x(share)} y={56} textAnchor="middle" className={pictures.muted} fontSize="11.5">
					{percent(share)}
				</text>
			))}
			{halves.map((share, k) => (
				<circle
					// biome-ignore lint/suspicious/noArrayIndexKey: a deletion is its place in the row
					key={k}
					cx={x(Math.max(0.4, share))}
					cy={30 - 5 * (k % 4)}
					r={4}
					className={pictures.node}
				/>
			))}
			{halves.length > 0 && <line className={pictures.tangent} x1={x(mean)} x2={x(mean)} y1={4} y2={38} />}
		</svg>
	);
}

/** Two nets from the same weights: what they answer, which hidden units are off, and how they do without half of them. */
function DropoutView({ params, frame, guess }: ViewProps<DropoutParams, DropoutFrame, DropoutOutcome>) {
	const [box, width] = useWidth(640);
	const { data: name, seed, p } = params;
	const points = useMemo(() => {
		const data = dropoutData({ data: name, seed });
		return mapPoints(data.x, data.y);
	}, [name, seed]);
	const column = Math.floor((width - 16) / 2);
	const deleting = frame.phase === 'deleting';
	const nets: { key: string; title: string; net: DropoutNet; asked: boolean }[] = [
		{ key: 'dropped', title: `trained with p = ${plainWords(p)}`, net: frame.dropped, asked: true },
		{ key: 'plain', title: 'trained without dropout', net: frame.plain, asked: false },
	];
	return (
		<div ref={box} className={pictures.picture}>
			<p className={styles.caption}>
				{deleting ? (
					<>
						a random half deleted, time <b>{frame.dropped.halves.length}</b> of 20: the same units in both nets
					</>
				) : (
					<>
						training, epoch <b>{frame.epoch}</b> of 100: dotted units are dropped in this step
					</>
				)}
			</p>
			<div className={styles.side}>
				{nets.map(({ key, title, net, asked }) => (
					<figure key={key} style={{ width: column }}>
						<figcaption className={styles.caption}>
							<b>{title}</b>
						</figcaption>
						<BoundaryMap
							grid={net.map}
							middle={0.5}
							reach={0.5}
							points={points}
							half={HALF}
							size={column}
							label={`The net ${title}${deleting ? ', half of its units deleted' : ''}: ${percent(net.accuracy)} of the points right.`}
						/>
						<ul className={own.units} aria-label={`Hidden units: ${net.off.length} of ${params.width} off`}>
							{Array.from({ length: params.width }, (_, unit) => {
								const off = net.off.includes(unit);
								return (
									// biome-ignore lint/suspicious/noArrayIndexKey: a unit is its place in the layer
									<li key={unit} className={own.unit} data-off={off || undefined} aria-hidden="true">
										{off ? '×' : ''}
									</li>
								);
							})}
						</ul>
						<p className={styles.big}>
							{percent(net.accuracy)} right <small>{deleting ? 'with what is left' : 'with all units'}</small>
						</p>
						<Halves halves={net.halves} guess={asked && guess !== null ? String(guess) : null} width={column} />
					</figure>
				))}
			</div>
		</div>
	);
}

/** The demo `dropout`, complete. */
export function DropoutDemo(start: DemoStart) {
	return <DemoFrame {...start} spec={dropoutSpec} model={dropoutModel} View={DropoutView} />;
}
