'use client';

import { useMemo } from 'react';
import { DemoFrame, type DemoStart } from '@/app/sandbox/demo-frame';
import { BoundaryMap } from '@/app/sandbox/pictures/boundary-map';
import { Curves } from '@/app/sandbox/pictures/curves';
import { mapPoints } from '@/app/sandbox/pictures/map-point';
import row from '@/app/sandbox/pictures/map-row.module.css';
import styles from '@/app/sandbox/pictures/picture.module.css';
import { UnitArrows } from '@/app/sandbox/pictures/unit-arrows';
import { useWidth } from '@/app/sandbox/pictures/use-width';
import type { ViewProps } from '@/app/sandbox/view-props';
import { numberWords } from '@/lib/demos/number-words';
import { PLANE_HALF } from '@/lib/demos/plane-classifier';
import {
	EPOCHS,
	type RandomInitialisationFrame,
	type RandomInitialisationOutcome,
	randomInitialisationModel,
	xorData,
} from '@/lib/demos/random-initialisation/model';
import type { RandomInitialisationParams } from '@/lib/demos/random-initialisation/params';
import { randomInitialisationSpec } from '@/lib/demos/random-initialisation/spec';

/** The hidden units as arrows, what the net answers, and how far apart the units are, epoch by epoch. */
function RandomInitialisationView({
	params,
	frame,
	active,
}: ViewProps<RandomInitialisationParams, RandomInitialisationFrame, RandomInitialisationOutcome>) {
	const [box, width] = useWidth(640);
	const points = useMemo(() => {
		const { x, y } = xorData(params.seed);
		return mapPoints(x, y);
	}, [params.seed]);
	const { units, tips, distances, losses, epoch, accuracy, map } = frame;
	const size = width < 480 ? width : Math.min(300, Math.floor((width - 12) / 2));
	const furthest = distances.at(-1) ?? 0;
	const most = Math.max(4, ...distances);
	const apart = furthest === 0 ? 'all in one place' : `up to ${numberWords(furthest)} apart`;
	return (
		<div ref={box} className={styles.picture}>
			<div className={row.row}>
				<figure className={row.map} style={{ width: size }}>
					<svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={`${units.length} hidden units, ${apart}.`}>
						<UnitArrows
							tips={tips}
							out={units.map(({ theta }) => theta[3] ?? 0)}
							size={size}
							active={active === 'w' || active === 'distance'}
						/>
					</svg>
					<figcaption>
						<b>{units.length} hidden units</b> after epoch {epoch}: {apart}
					</figcaption>
				</figure>
				<figure className={row.map} style={{ width: size }}>
					<BoundaryMap
						grid={map}
						middle={0.5}
						reach={0.5}
						points={points}
						half={PLANE_HALF}
						size={size}
						label={`What the net answers: ${Math.round(100 * accuracy)} % of the points are right.`}
					/>
					<figcaption>
						<b>what they make of xor</b>: {Math.round(100 * accuracy)} % right
					</figcaption>
				</figure>
			</div>
			<svg
				viewBox={`0 0 ${width} 190`}
				role="img"
				aria-label={`Distance of the units and loss by epoch; now ${numberWords(furthest)} and ${numberWords(losses.at(-1) ?? 0)}.`}
			>
				<Curves
					series={[
						{ id: 'distance', label: 'distance', tone: 'accent', ys: distances },
						{ id: 'loss', label: 'loss', tone: 'muted', dash: '5 3', ys: losses },
					]}
					x={{ scale: 'linear', low: 0, high: EPOCHS, label: 'epoch' }}
					y={{ scale: 'linear', low: 0, high: most, label: 'furthest two units apart; loss' }}
					width={width}
					height={190}
				/>
			</svg>
		</div>
	);
}

/** The demo `random-initialisation`, complete. */
export function RandomInitialisationDemo(start: DemoStart) {
	return (
		<DemoFrame
			{...start}
			spec={randomInitialisationSpec}
			model={randomInitialisationModel}
			View={RandomInitialisationView}
		/>
	);
}
