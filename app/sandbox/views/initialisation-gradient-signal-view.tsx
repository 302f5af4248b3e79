'use client';

import { DemoFrame, type DemoStart } from '@/app/sandbox/demo-frame';
import { type CurveMarker, Curves } from '@/app/sandbox/pictures/curves';
import { HistogramBars } from '@/app/sandbox/pictures/histogram-bars';
import { LogBars } from '@/app/sandbox/pictures/log-bars';
import pictures from '@/app/sandbox/pictures/picture.module.css';
import { useWidth } from '@/app/sandbox/pictures/use-width';
import type { ViewProps } from '@/app/sandbox/view-props';
import { type SignalFrame, type SignalOutcome, signalModel } from '@/lib/demos/initialisation-gradient-signal/model';
import type { SignalParams } from '@/lib/demos/initialisation-gradient-signal/params';
import { signalSpec } from '@/lib/demos/initialisation-gradient-signal/spec';
import { numberWords, plainWords } from '@/lib/demos/number-words';
import styles from './picture-view.module.css';

/** The gradient at layer 1 over all scales; below it, for the scale at the marker, the gradient by layer and the slopes. */
function SignalView({ params, frame, guess, active }: ViewProps<SignalParams, SignalFrame, SignalOutcome>) {
	const [box, width] = useWidth(640);
	const { sweep, now, running } = frame;
	const half = width < 560 ? width : (width - 16) / 2;
	const last = now.norms.at(-1) ?? 0;
	const first = now.norms[0] ?? 0;
	const markers: CurveMarker[] = [
		{ x: now.sd, label: `${running ? '' : 'looked at: '}sd ${plainWords(now.sd)}`, tone: 'ink', dash: '2 3' },
	];
	if (guess !== null) markers.push({ x: Number(guess), label: ' ', tone: 'accent', dash: '5 3' });
	return (
		<div ref={box} className={pictures.picture}>
			<p className={styles.caption}>
				‖∂ℓ/∂<b>z</b>¹‖, the gradient that reaches layer 1, by the scale of the weights
				{guess !== null && ` (dashed blue: your prediction, ${guess})`}
			</p>
			<svg
				viewBox={`0 0 ${width} 260`}
				role="img"
				aria-label={`The gradient at layer 1 by the standard deviation of the weights; at ${plainWords(now.sd)} it is ${numberWords(first)}.`}
			>
				<Curves
					series={[
						{
							id: 'first',
							label: 'layer 1',
							tone: 'positive',
							xs: sweep.map((point) => point.sd),
							ys: sweep.map((point) => point.first),
						},
					]}
					x={{ scale: 'log', low: 0.01, high: 100, label: 'standard deviation of the weights' }}
					y={{ scale: 'log', low: 1e-12, high: 10, label: 'gradient' }}
					markers={markers}
					width={width}
					height={260}
				/>
			</svg>
			<div className={`${styles.side} ${styles.block}`}>
				<figure style={{ width: half }}>
					<figcaption className={styles.caption}>
						the gradient by layer, as a share of that at layer {params.depth}
					</figcaption>
					<svg
						viewBox={`0 0 ${half} 240`}
						role="img"
						aria-label={`At standard deviation ${plainWords(now.sd)} the gradient at layer 1 is ${numberWords(last > 0 ? first / last : 0)} of that at layer ${params.depth}.`}
					>
						<LogBars
							bars={now.norms.map((norm, k) => ({ label: String(k + 1), ratio: last > 0 ? norm / last : 0 }))}
							width={half}
							height={240}
							decades={[-9, 2]}
							gamma={null}
							guess={null}
							active={active}
						/>
					</svg>
				</figure>
				<figure style={{ width: half }}>
					<figcaption className={styles.caption}>
						slopes f′(z) of the hidden units, as shares of the greatest
					</figcaption>
					<svg
						viewBox={`0 0 ${half} 240`}
						role="img"
						aria-label={`${Math.round(100 * now.saturated)} % of the slopes are under 5 % of the greatest.`}
					>
						<HistogramBars
							histogram={now.slopes}
							zones={[{ from: 0, to: 0.05 }]}
							zoneLabel={`saturated: ${Math.round(100 * now.saturated)} %`}
							most={now.slopes.total}
							width={half}
							height={240}
						/>
					</svg>
				</figure>
			</div>
		</div>
	);
}

/** The demo `initialisation-gradient-signal`, complete. */
export function InitialisationGradientSignalDemo(start: DemoStart) {
	return <DemoFrame {...start} spec={signalSpec} model={signalModel} View={SignalView} />;
}
