'use client';

import { DemoFrame, type DemoStart } from '@/app/sandbox/demo-frame';
import { LogBars } from '@/app/sandbox/pictures/log-bars';
import { LossCurve } from '@/app/sandbox/pictures/loss-curve';
import styles from '@/app/sandbox/pictures/picture.module.css';
import { useWidth } from '@/app/sandbox/pictures/use-width';
import type { ViewProps } from '@/app/sandbox/view-props';
import { numberWords } from '@/lib/demos/number-words';
import {
	outcomeOf,
	TRAINING_EPOCHS,
	type VanishingFrame,
	type VanishingOutcome,
	vanishingModel,
} from '@/lib/demos/vanishing-exploding-gradients/model';
import type { VanishingParams } from '@/lib/demos/vanishing-exploding-gradients/params';
import { vanishingSpec } from '@/lib/demos/vanishing-exploding-gradients/spec';
import own from './vanishing-exploding-gradients-view.module.css';

/** The gradient at each layer as a share of that at the last, on a log axis; below it the loss while training. */
function VanishingView({
	params,
	frame,
	outcome,
	guess,
	active,
	trainingBar,
}: ViewProps<VanishingParams, VanishingFrame, VanishingOutcome>) {
	const [box, width] = useWidth(640);
	const { signals, reached, training } = frame;
	const last = signals.at(-1)?.norm ?? Number.NaN;
	const bars = signals.map(({ l, norm }) => ({
		label: String(l),
		ratio: l >= reached && last > 0 ? norm / last : null,
	}));
	const height = width < 480 ? 290 : 340;
	const here = training ? outcomeOf(signals) : outcome;
	const words =
		reached > params.depth
			? `A net of ${params.depth} layers; the gradient has not been sent back yet.`
			: `The gradient at layer ${reached} is ${numberWords(bars[reached - 1]?.ratio ?? 0)} times that at layer ${params.depth}.`;

	return (
		<div ref={box} className={styles.picture}>
			<p className={own.caption}>
				‖∂ℓ/∂<b>z</b>
				<sup>l</sup>‖ as a share of that at layer {params.depth}, each grid line ten times the one below
			</p>
			<svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words}>
				<LogBars
					bars={bars}
					width={width}
					height={height}
					decades={[-10, 4]}
					gamma={here?.gamma ?? null}
					guess={typeof guess === 'number' ? guess : null}
					active={active}
				/>
			</svg>
			<p className={own.axis}>
				<span>layer 1, at the input</span>
				<span className={own.flow}>⇠ the gradient goes back ⇠</span>
				<span>layer {params.depth}, at the loss</span>
			</p>
			{trainingBar}
			{training && (
				<>
					<p className={own.training}>
						<span>
							epoch <b>{training.epoch}</b>
						</span>
						<span>
							loss <b>{numberWords(training.loss)}</b>
						</span>
						<span>
							right <b>{Math.round(100 * training.accuracy)} %</b>
						</span>
						{training.stopped && <span>stopped at {training.stopped}</span>}
					</p>
					<svg viewBox={`0 0 ${width} 120`} role="img" aria-label={`Loss by epoch; now ${numberWords(training.loss)}.`}>
						<LossCurve losses={training.losses} epochs={TRAINING_EPOCHS} width={width} height={120} />
					</svg>
				</>
			)}
		</div>
	);
}

/** The demo `vanishing-exploding-gradients`, complete. */
export function VanishingExplodingGradientsDemo(start: DemoStart) {
	return <DemoFrame {...start} spec={vanishingSpec} model={vanishingModel} View={VanishingView} />;
}
