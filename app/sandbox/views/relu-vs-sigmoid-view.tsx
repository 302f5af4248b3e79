'use client';

import { useMemo } from 'react';
import { DemoFrame, type DemoStart } from '@/app/sandbox/demo-frame';
import { Curves } from '@/app/sandbox/pictures/curves';
import { mapPoints } from '@/app/sandbox/pictures/map-point';
import { MapRow } from '@/app/sandbox/pictures/map-row';
import styles from '@/app/sandbox/pictures/picture.module.css';
import { useWidth } from '@/app/sandbox/pictures/use-width';
import type { ViewProps } from '@/app/sandbox/view-props';
import { PLANE_HALF } from '@/lib/demos/plane-classifier';
import {
	MOST_EPOCHS,
	type Racer,
	type ReluVsSigmoidFrame,
	type ReluVsSigmoidOutcome,
	raceData,
	reluVsSigmoidModel,
} from '@/lib/demos/relu-vs-sigmoid/model';
import type { ReluVsSigmoidParams } from '@/lib/demos/relu-vs-sigmoid/params';
import { reluVsSigmoidSpec } from '@/lib/demos/relu-vs-sigmoid/spec';

/** What the two nets answer, side by side, and the share each has right, epoch by epoch, up to the goal. */
function ReluVsSigmoidView({
	params,
	frame,
}: ViewProps<ReluVsSigmoidParams, ReluVsSigmoidFrame, ReluVsSigmoidOutcome>) {
	const [box, width] = useWidth(640);
	const { data, seed } = params;
	const points = useMemo(() => {
		const { x, y } = raceData({ data, seed });
		return mapPoints(x, y);
	}, [data, seed]);
	const racers = [
		{ id: 'relu', name: 'ReLU', tone: 'positive' as const, dash: null, ...frame.relu },
		{ id: 'sigmoid', name: 'sigmoid', tone: 'negative' as const, dash: '6 4', ...frame.sigmoid },
	];
	return (
		<div ref={box} className={styles.picture}>
			<MapRow
				maps={racers.map(({ id, name, map, ...racer }) => ({
					id,
					name,
					grid: map,
					words: standing(racer),
					label: `What the ${name} net answers: ${standing(racer)}.`,
				}))}
				points={points}
				half={PLANE_HALF}
				width={width}
			/>
			<svg
				viewBox={`0 0 ${width} 240`}
				role="img"
				aria-label={`Share of points right by epoch: ${racers.map((racer) => `${racer.name} ${standing(racer)}`).join('; ')}.`}
			>
				<Curves
					series={racers.map(({ id, name, tone, dash, accuracies, finished }) => ({
						id,
						label: finished ? `${name}: ${accuracies.length - 1}` : name,
						tone,
						...(dash ? { dash } : {}),
						ys: accuracies,
					}))}
					x={{ scale: 'log', low: 1, high: MOST_EPOCHS, label: 'epoch, log scale' }}
					y={{ scale: 'linear', low: 0, high: 1, label: 'share of points right' }}
					yWords={(share) => `${Math.round(100 * share)} %`}
					level={{ y: 0.95, label: 'the goal, 95 %' }}
					width={width}
					height={240}
				/>
			</svg>
		</div>
	);
}

function standing({ accuracies, finished, dead }: Pick<Racer, 'accuracies' | 'finished' | 'dead'>): string {
	const epochs = accuracies.length - 1;
	const right = `${Math.round(100 * (accuracies.at(-1) ?? 0))} % right`;
	const lost = dead > 0 ? `, ${dead} dead` : '';
	return finished ? `there at epoch ${epochs}, ${right}${lost}` : `epoch ${epochs}: ${right}${lost}`;
}

/** The demo `relu-vs-sigmoid`, complete. */
export function ReluVsSigmoidDemo(start: DemoStart) {
	return <DemoFrame {...start} spec={reluVsSigmoidSpec} model={reluVsSigmoidModel} View={ReluVsSigmoidView} />;
}
