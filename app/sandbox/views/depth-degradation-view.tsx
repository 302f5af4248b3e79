'use client';

import { useMemo } from 'react';
import { DemoFrame, type DemoStart } from '@/app/sandbox/demo-frame';
import { Curves } from '@/app/sandbox/pictures/curves';
import { mapPoints } from '@/app/sandbox/pictures/map-point';
import { MapRow } from '@/app/sandbox/pictures/map-row';
import styles from '@/app/sandbox/pictures/picture.module.css';
import { useWidth } from '@/app/sandbox/pictures/use-width';
import type { ViewProps } from '@/app/sandbox/view-props';
import {
	type DepthDegradationFrame,
	type DepthDegradationOutcome,
	depthData,
	depthDegradationModel,
	EPOCHS,
} from '@/lib/demos/depth-degradation/model';
import type { DepthDegradationParams } from '@/lib/demos/depth-degradation/params';
import { depthDegradationSpec } from '@/lib/demos/depth-degradation/spec';
import { fixedWords } from '@/lib/demos/number-words';
import { PLANE_HALF } from '@/lib/demos/plane-classifier';

const LOOKS = [
	{ tone: 'muted', dash: '2 3' },
	{ tone: 'accent', dash: '' },
	{ tone: 'positive', dash: '6 4' },
] as const;

/** The training loss of the three nets by epoch, and what each has made of the points it trains on. */
function DepthDegradationView({
	params,
	frame,
}: ViewProps<DepthDegradationParams, DepthDegradationFrame, DepthDegradationOutcome>) {
	const [box, width] = useWidth(640);
	const { data, seed } = params;
	const points = useMemo(() => {
		const { x, y } = depthData({ data, seed });
		return mapPoints(x, y);
	}, [data, seed]);
	const last = (losses: readonly number[]) => fixedWords(losses.at(-1) ?? Number.NaN, 2);
	const words = frame.runs.map(({ depth, losses }) => `${depth} layers ${last(losses)}`).join(', ');
	return (
		<div ref={box} className={styles.picture}>
			<svg viewBox={`0 0 ${width} 260`} role="img" aria-label={`Training loss after epoch ${frame.epoch}: ${words}.`}>
				<Curves
					series={frame.runs.map(({ depth, losses }, k) => {
						const { tone, dash } = LOOKS[k] ?? LOOKS[0];
						return { id: String(depth), label: `${depth} layers`, tone, ...(dash ? { dash } : {}), ys: losses };
					})}
					x={{ scale: 'linear', low: 0, high: EPOCHS, label: 'epoch' }}
					y={{ scale: 'linear', low: 0, high: 1, label: 'training loss: on the very points they learn' }}
					width={width}
					height={260}
				/>
			</svg>
			<MapRow
				maps={frame.runs.map(({ depth, losses, accuracy, map }) => ({
					id: String(depth),
					name: `${depth} layers`,
					words: `loss ${last(losses)}, ${Math.round(100 * accuracy)} % right`,
					grid: map,
					label: `What the net of ${depth} layers answers: ${Math.round(100 * accuracy)} % of the points are right.`,
				}))}
				points={points}
				half={PLANE_HALF}
				width={width}
			/>
		</div>
	);
}

/** The demo `depth-degradation`, complete. */
export function DepthDegradationDemo(start: DemoStart) {
	return <DemoFrame {...start} spec={depthDegradationSpec} model={depthDegradationModel} View={DepthDegradationView} />;
}
