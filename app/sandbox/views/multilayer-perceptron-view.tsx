'use client';

import { useMemo } from 'react';
import { DemoFrame, type DemoStart } from '@/app/sandbox/demo-frame';
import { BoundaryMap } from '@/app/sandbox/pictures/boundary-map';
import { Curves } from '@/app/sandbox/pictures/curves';
import { mapPoints } from '@/app/sandbox/pictures/map-point';
import pictures from '@/app/sandbox/pictures/picture.module.css';
import { useWidth } from '@/app/sandbox/pictures/use-width';
import { WarpedGrid } from '@/app/sandbox/pictures/warped-grid';
import type { ViewProps } from '@/app/sandbox/view-props';
import {
	BAR,
	EPOCHS,
	EVERY,
	HALF,
	type PerceptronFrame,
	type PerceptronOutcome,
	percent,
	perceptronModel,
} from '@/lib/demos/multilayer-perceptron/model';
import { perceptronData } from '@/lib/demos/multilayer-perceptron/net';
import type { PerceptronParams } from '@/lib/demos/multilayer-perceptron/params';
import { perceptronSpec } from '@/lib/demos/multilayer-perceptron/spec';
import { numberWords } from '@/lib/demos/number-words';
import own from './multilayer-perceptron-view.module.css';
import { PerceptronStep } from './perceptron-step';
import { PointPad } from './point-pad';

const UPRIGHT = { w1: 1, w2: 0, b: 0 };

/** The boundary in the plane, the plane as the last hidden layer sees it, and the share right by epoch. */
function PerceptronView({
	params,
	frame: { epoch, loss, accuracies, answer, space, wrong, walk },
	trainingBar,
	onChange,
}: ViewProps<PerceptronParams, PerceptronFrame, PerceptronOutcome>) {
	const { data, points: drawn, hidden, seed } = params;
	const [box, width] = useWidth(640);
	const points = useMemo(() => {
		const { x, y } = perceptronData({ data, points: drawn, seed });
		return mapPoints(x, y);
	}, [data, drawn, seed]);
	const marked = useMemo(() => {
		const missed = new Set(wrong);
		const inBatch = walk && new Set(walk.examples);
		return points.map((point, k) => ({ ...point, hollow: missed.has(k), large: inBatch?.has(k) ?? false }));
	}, [points, wrong, walk]);
	const placed = useMemo(
		() => space.points.map(([x1, x2], k) => ({ mark: 0, ...marked[k], x1, x2 })),
		[space.points, marked],
	);
	const answered = useMemo(() => ({ grid: answer, middle: 0.5, reach: 0.5 }), [answer]);
	const range = useMemo(() => [-space.reach, space.reach] as const, [space.reach]);
	const size = Math.min(320, width >= 480 ? Math.floor((width - 16) / 2) : width);
	const now = accuracies.at(-1) ?? 0;
	return (
		<div ref={box} className={pictures.picture}>
			<div className={own.maps}>
				<figure style={{ width: size }}>
					<PointPad drawn={data === 'drawn' ? drawn : null} size={size} onDraw={(points) => onChange({ points })}>
						<BoundaryMap
							grid={answer}
							middle={0.5}
							reach={0.5}
							points={marked}
							half={HALF}
							size={size}
							label={`What the net answers over the plane at epoch ${epoch}; ${percent(now)} of the points lie on their side of the boundary.`}
						/>
					</PointPad>
					<figcaption>the plane; hollow points are on the wrong side</figcaption>
				</figure>
				<figure style={{ width: size }}>
					<WarpedGrid
						h1={space.along}
						h2={space.across}
						answer={answered}
						points={placed}
						divider={UPRIGHT}
						range={range}
						size={size}
						label={
							hidden === 0
								? 'The plane as the output sees it: turned, not bent; the boundary is an upright line.'
								: 'The plane as the last hidden layer bends it; the boundary is an upright line.'
						}
					/>
					<figcaption>
						{hidden === 0 ? 'as the output sees it: turned, not bent' : 'as the last hidden layer sees it: bent'}; the
						line is straight
					</figcaption>
				</figure>
			</div>
			<p className={own.now}>
				<span>
					epoch <b>{epoch}</b>
				</span>
				<span>
					right <b>{percent(now)}</b>
				</span>
				<span>
					loss <b>{numberWords(loss)}</b>
				</span>
			</p>
			<svg viewBox={`0 0 ${width} 170`} role="img" aria-label={`Share right by epoch, now ${percent(now)}.`}>
				<Curves
					series={[
						{ id: 'right', label: percent(now), tone: 'ink', xs: accuracies.map((_, k) => k * EVERY), ys: accuracies },
					]}
					x={{ scale: 'linear', low: 0, high: EPOCHS, label: 'epoch' }}
					y={{ scale: 'linear', low: 0.25, high: 1, label: 'right' }}
					level={{ y: BAR, label: percent(BAR) }}
					yWords={percent}
					width={width}
					height={170}
				/>
			</svg>
			{trainingBar}
			{walk && <PerceptronStep walk={walk} width={width} />}
		</div>
	);
}

/** The demo `multilayer-perceptron`, complete. */
export function MultilayerPerceptronDemo(start: DemoStart) {
	return <DemoFrame {...start} spec={perceptronSpec} model={perceptronModel} View={PerceptronView} />;
}
