'use client';

import { DemoFrame, type DemoStart } from '@/app/sandbox/demo-frame';
import { Curves, type Series } from '@/app/sandbox/pictures/curves';
import pictures from '@/app/sandbox/pictures/picture.module.css';
import { useWidth } from '@/app/sandbox/pictures/use-width';
import type { ViewProps } from '@/app/sandbox/view-props';
import { passCost } from '@/lib/demos/backprop-complexity/cost';
import {
	type ComplexityFrame,
	type ComplexityOutcome,
	complexityModel,
	sweepSizes,
} from '@/lib/demos/backprop-complexity/model';
import type { ComplexityParams } from '@/lib/demos/backprop-complexity/params';
import { complexitySpec } from '@/lib/demos/backprop-complexity/spec';
import { fixedWords, numberWords } from '@/lib/demos/number-words';
import styles from './picture-view.module.css';
import { TimedSweep } from './timed-sweep';

const NAMES = { width: 'width M', depth: 'depth L', batch: 'batch B' };

/** Work and memory on log-log axes as one size doubles, with the prediction as a line; below, the clock. */
function ComplexityView({
	params,
	frame,
	outcome,
	guess,
}: ViewProps<ComplexityParams, ComplexityFrame, ComplexityOutcome>) {
	const [box, width] = useWidth(640);
	const sizes = sweepSizes(params);
	const [first, last] = [sizes[0], sizes.at(-1)].map((size) => (size ? { x: size.x, ...passCost(size) } : null));
	if (!first || !last) return null;
	const power = guess === null ? null : Number(guess);
	const ends = [first.forward, first.weights + first.kept, last.backward, last.weights + last.kept];
	const low = 10 ** Math.floor(Math.log10(Math.min(...ends)));
	const high = 10 ** Math.ceil(Math.log10(Math.max(...ends)));
	const { points } = frame;
	const xs = points.map(({ x }) => x);
	const now = points.at(-1);
	const slope = (value: number | undefined) => (value === undefined ? '' : `, slope ${fixedWords(value, 2)}`);
	const series: Series[] = [
		{ id: 'backward', label: 'backward', tone: 'positive', dash: '7 4', xs, ys: points.map((point) => point.backward) },
		{ id: 'forward', label: 'forward', tone: 'negative', xs, ys: points.map((point) => point.forward) },
		{
			id: 'space',
			label: 'memory',
			tone: 'muted',
			dash: '2 3',
			xs,
			ys: points.map((point) => point.weights + point.kept),
		},
	];
	if (power !== null) {
		series.push({
			id: 'guess',
			label: 'predicted',
			tone: 'accent',
			dash: '5 3',
			xs: [first.x, last.x],
			ys: [first.forward + first.backward, (first.forward + first.backward) * (last.x / first.x) ** power],
		});
	}
	return (
		<div ref={box} className={pictures.picture}>
			<p className={styles.caption}>
				multiply-adds of one pass (forward{slope(outcome?.forward)}; backward{slope(outcome?.backward)}) and numbers in
				memory, on log-log axes: a slope is a power
			</p>
			<svg
				viewBox={`0 0 ${width} 340`}
				role="img"
				aria-label={
					now
						? `At ${NAMES[params.sweep]} ${now.x}: ${numberWords(now.forward)} multiply-adds forward, ${numberWords(now.backward)} backward, ${numberWords(now.weights + now.kept)} numbers in memory.`
						: `Axes for the cost of a training pass by ${NAMES[params.sweep]}.`
				}
			>
				<Curves
					series={series}
					x={{ scale: 'log', low: first.x, high: last.x, label: NAMES[params.sweep] }}
					y={{ scale: 'log', low, high, label: 'count' }}
					width={width}
					height={340}
				/>
			</svg>
			<TimedSweep
				key={Object.values(params).join()}
				sizes={sizes}
				name={NAMES[params.sweep]}
				ready={outcome !== null}
				width={width}
			/>
		</div>
	);
}

/** The demo `backprop-complexity`, complete. */
export function BackpropComplexityDemo(start: DemoStart) {
	return <DemoFrame {...start} spec={complexitySpec} model={complexityModel} View={ComplexityView} />;
}
