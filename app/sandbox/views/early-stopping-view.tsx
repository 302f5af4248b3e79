'use client';

import { useMemo } from 'react';
import { DemoFrame, type DemoStart } from '@/app/sandbox/demo-frame';
import { type CurveMarker, Curves } from '@/app/sandbox/pictures/curves';
import { mapPoints } from '@/app/sandbox/pictures/map-point';
import { MapRow } from '@/app/sandbox/pictures/map-row';
import styles from '@/app/sandbox/pictures/picture.module.css';
import { Scrubber } from '@/app/sandbox/pictures/scrubber';
import { useWidth } from '@/app/sandbox/pictures/use-width';
import type { ViewProps } from '@/app/sandbox/view-props';
import {
	type EarlyStoppingFrame,
	type EarlyStoppingOutcome,
	earlyStoppingData,
	earlyStoppingModel,
	epochsShown,
} from '@/lib/demos/early-stopping/model';
import type { EarlyStoppingParams } from '@/lib/demos/early-stopping/params';
import { earlyStoppingSpec } from '@/lib/demos/early-stopping/spec';
import { fixedWords } from '@/lib/demos/number-words';
import { PLANE_HALF } from '@/lib/demos/plane-classifier';

/** Both losses on a log axis of epochs, a slider through them, and the net of the epoch shown beside the best so far. */
function EarlyStoppingView({
	params,
	frame,
	onShow,
}: ViewProps<EarlyStoppingParams, EarlyStoppingFrame, EarlyStoppingOutcome>) {
	const [box, width] = useWidth(640);
	const points = useMemo(() => {
		const [{ x, y }] = earlyStoppingData(params);
		return mapPoints(x, y);
	}, [params]);
	const { epoch, train, validation, best, stopped, kept, map, bestMap } = frame;
	const epochs = [...epochsShown(params)];
	const at = (losses: readonly number[], k: number) => fixedWords(losses[k] ?? Number.NaN, 2);
	const most = Math.min(3, Math.max(0.8, 1.1 * Math.max(...validation)));
	const markers: CurveMarker[] = epoch === 0 ? [] : [{ x: best, label: `lowest: epoch ${best}`, tone: 'accent' }];
	if (stopped !== null)
		markers.push({ x: stopped, label: `patience ends: ${stopped}`, tone: 'muted', dash: '4 3', row: 1 });
	const verdict =
		stopped === null
			? `${epoch - best} of ${params.patience} checks waited since the lowest`
			: `patience ran out at epoch ${stopped}; the weights of epoch ${kept} are kept`;
	return (
		<div ref={box} className={styles.picture}>
			<svg
				viewBox={`0 0 ${width} 270`}
				role="img"
				aria-label={`At epoch ${epoch} the training loss is ${at(train, epoch)}, the validation loss ${at(validation, epoch)}; the lowest so far is ${at(validation, best)} at epoch ${best}; ${verdict}.`}
			>
				<Curves
					series={[
						{ id: 'validation', label: 'validation', tone: 'positive', ys: validation },
						{ id: 'train', label: 'training', tone: 'negative', dash: '6 4', ys: train },
					]}
					x={{ scale: 'log', low: 1, high: params.epochs, label: 'epoch' }}
					y={{ scale: 'linear', low: 0, high: most, label: 'loss' }}
					markers={markers}
					width={width}
					height={270}
				/>
			</svg>
			<Scrubber
				label="Epoch shown"
				index={Math.max(0, epochs.indexOf(epoch))}
				count={epochs.length}
				words={`epoch ${epoch}`}
				onShow={onShow}
			/>
			<p className={styles.note}>Early stopping: {verdict}.</p>
			<MapRow
				maps={[
					{
						id: 'best',
						name: `best so far, epoch ${best}`,
						words: `validation loss ${at(validation, best)}`,
						grid: bestMap,
						label: `What the net answered at epoch ${best}.`,
					},
					{
						id: 'now',
						name: `epoch ${epoch}`,
						words: `validation loss ${at(validation, epoch)}, training ${at(train, epoch)}`,
						grid: map,
						label: `What the net answers at epoch ${epoch}.`,
					},
				]}
				points={points}
				half={PLANE_HALF}
				width={width}
			/>
		</div>
	);
}

/** The demo `early-stopping`, complete. */
export function EarlyStoppingDemo(start: DemoStart) {
	return <DemoFrame {...start} spec={earlyStoppingSpec} model={earlyStoppingModel} View={EarlyStoppingView} />;
}
