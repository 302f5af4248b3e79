'use client';

import { DemoFrame, type DemoStart } from '@/app/sandbox/demo-frame';
import { Curves, type Series } from '@/app/sandbox/pictures/curves';
import { HistogramBars } from '@/app/sandbox/pictures/histogram-bars';
import pictures from '@/app/sandbox/pictures/picture.module.css';
import { useWidth } from '@/app/sandbox/pictures/use-width';
import type { ViewProps } from '@/app/sandbox/view-props';
import {
	flatFrom,
	reachOf,
	type VarianceFrame,
	type VarianceOutcome,
	varianceModel,
} from '@/lib/demos/initialisation-variance/model';
import type { VarianceParams } from '@/lib/demos/initialisation-variance/params';
import { varianceSpec } from '@/lib/demos/initialisation-variance/spec';
import { fixedWords, numberWords } from '@/lib/demos/number-words';
import { activations } from '@/lib/engine/activation';
import styles from './picture-view.module.css';

const GUESSES: Record<string, (inputs: number) => number> = {
	inverse: (inputs) => 1 / inputs,
	one: () => 1,
	root: (inputs) => Math.sqrt(inputs),
	inputs: (inputs) => inputs,
};

/** How z spreads over the curve of f as inputs are added, its flat parts shaded; below, the variance as it grows. */
function VarianceView({ params, frame, guess }: ViewProps<VarianceParams, VarianceFrame, VarianceOutcome>) {
	const [box, width] = useWidth(640);
	const { activation, inputs } = params;
	const { f } = activations[activation];
	const [reach, flat] = [reachOf(params), flatFrom(activation)];
	const height = width < 480 ? 250 : 290;
	const guessed = GUESSES[String(guess)]?.(inputs);
	const series: Series[] = [
		{
			id: 'variance',
			label: 'Var(z)',
			tone: 'ink',
			xs: frame.grown.map((point) => point.d),
			ys: frame.grown.map((point) => point.variance),
		},
	];
	if (guessed !== undefined) {
		series.push({
			id: 'guess',
			label: 'predicted',
			tone: 'accent',
			dash: '5 3',
			xs: [1, inputs],
			ys: [guessed, guessed],
		});
	}
	return (
		<div ref={box} className={pictures.picture}>
			<p className={styles.caption}>
				z of 128 units for 128 examples after <b>{frame.d}</b> of {inputs} inputs:{' '}
				<b>{fixedWords(100 * frame.saturated, 0)} %</b> in the flat parts
			</p>
			<svg
				viewBox={`0 0 ${width} ${height}`}
				role="img"
				aria-label={`A histogram of z: variance ${numberWords(frame.variance)}, ${fixedWords(100 * frame.saturated, 0)} % in the flat parts of ${activation}.`}
			>
				<HistogramBars
					histogram={frame.histogram}
					zones={[
						{ from: -reach, to: -flat },
						{ from: flat, to: reach },
					]}
					zoneLabel="flat: slope under 5 % of the greatest"
					curve={{ f, low: activation === 'tanh' ? -1 : 0, high: 1, label: activation === 'tanh' ? 'tanh z' : 'σ(z)' }}
					symbol="z"
					width={width}
					height={height}
				/>
			</svg>
			<svg
				className={styles.block}
				viewBox={`0 0 ${width} 220`}
				role="img"
				aria-label={`The variance of z by the number of inputs added; now ${numberWords(frame.variance)} after ${frame.d}.`}
			>
				<Curves
					series={series}
					x={{ scale: 'log', low: 1, high: inputs, label: 'inputs added' }}
					y={{ scale: 'log', low: 0.002, high: 1000, label: 'Var(z)' }}
					level={{ y: 1, label: 'moderate: 1' }}
					width={width}
					height={220}
				/>
			</svg>
		</div>
	);
}

/** The demo `initialisation-variance`, complete. */
export function InitialisationVarianceDemo(start: DemoStart) {
	return <DemoFrame {...start} spec={varianceSpec} model={varianceModel} View={VarianceView} />;
}
