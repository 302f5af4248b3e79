'use client';

import { DemoFrame, type DemoStart } from '@/app/sandbox/demo-frame';
import { Curves } from '@/app/sandbox/pictures/curves';
import { LogBars } from '@/app/sandbox/pictures/log-bars';
import pictures from '@/app/sandbox/pictures/picture.module.css';
import { useWidth } from '@/app/sandbox/pictures/use-width';
import type { ViewProps } from '@/app/sandbox/view-props';
import { numberWords, powerWords } from '@/lib/demos/number-words';
import {
	type ResidualFrame,
	type ResidualOutcome,
	residualModel,
	TRAINING_EPOCHS,
} from '@/lib/demos/residual-layer/model';
import type { ResidualParams } from '@/lib/demos/residual-layer/params';
import { residualSpec } from '@/lib/demos/residual-layer/spec';
import styles from './picture-view.module.css';

/** The gradient by layer with skips and without, on the same axis; the chosen net first. Below, the loss of both in training. */
function ResidualView({
	params,
	frame,
	outcome,
	guess,
	active,
	trainingBar,
}: ViewProps<ResidualParams, ResidualFrame, ResidualOutcome>) {
	const [box, width] = useWidth(640);
	const { depth, skip } = params;
	const { reached, training } = frame;
	const half = width < 560 ? width : (width - 16) / 2;
	const height = width < 560 ? 230 : 300;
	const nets = [
		{ key: 'on', name: 'with skips', shares: frame.skips },
		{ key: 'off', name: 'without skips', shares: frame.plain },
	].sort((a) => (a.key === skip ? -1 : 1));
	return (
		<div ref={box} className={pictures.picture}>
			<p className={styles.caption}>
				‖∂ℓ/∂<b>z</b>‖ at each hidden layer as a share of that at layer {depth}, each line ten times the one below
			</p>
			<div className={styles.side}>
				{nets.map(({ key, name, shares }) => {
					const first = shares[0] ?? 0;
					const known = training !== null || outcome !== null;
					return (
						<figure key={key} style={{ width: half }}>
							<figcaption className={styles.caption}>
								<b>{name}</b>
								{key === skip ? ', asked about' : ', the same weights'}
								{known && `: ${first >= 0.01 && first < 1000 ? numberWords(first) : powerWords(first)} at layer 1`}
							</figcaption>
							<svg
								viewBox={`0 0 ${half} ${height}`}
								role="img"
								aria-label={
									reached > depth
										? `The net ${name}; the gradient has not been sent back yet.`
										: `The net ${name}: the gradient at layer ${reached} is ${numberWords(shares[reached - 1] ?? 0)} times that at layer ${depth}.`
								}
							>
								<LogBars
									bars={shares.map((share, k) => ({ label: String(k + 1), ratio: k + 1 >= reached ? share : null }))}
									width={half}
									height={height}
									decades={[-8, 3]}
									gamma={known && first > 0 ? first ** (1 / (depth - 1)) : null}
									guess={key === skip && typeof guess === 'number' ? guess : null}
									active={active === 'da' ? 'first' : active === 'next' ? 'last' : null}
								/>
							</svg>
						</figure>
					);
				})}
			</div>
			{trainingBar}
			{training && (
				<svg
					viewBox={`0 0 ${width} 200`}
					role="img"
					aria-label={`Loss after ${training.epoch} epochs: with skips ${numberWords(training.skips.at(-1) ?? 0)}, without ${numberWords(training.plain.at(-1) ?? 0)}.`}
				>
					<Curves
						series={[
							{ id: 'skips', label: 'with skips', tone: 'positive', ys: training.skips },
							{ id: 'plain', label: 'without', tone: 'ink', dash: '6 4', ys: training.plain },
						]}
						x={{ scale: 'linear', low: 0, high: TRAINING_EPOCHS, label: 'epoch' }}
						y={{ scale: 'linear', low: 0, high: 1, label: 'training loss' }}
						level={{ y: Math.LN2, label: 'guessing' }}
						width={width}
						height={200}
					/>
				</svg>
			)}
		</div>
	);
}

/** The demo `residual-layer`, complete. */
export function ResidualLayerDemo(start: DemoStart) {
	return <DemoFrame {...start} spec={residualSpec} model={residualModel} View={ResidualView} />;
}
