'use client';

import { DemoFrame, type DemoStart } from '@/app/sandbox/demo-frame';
import { HistogramBars } from '@/app/sandbox/pictures/histogram-bars';
import styles from '@/app/sandbox/pictures/picture.module.css';
import { ShareMeter } from '@/app/sandbox/pictures/share-meter';
import { useWidth } from '@/app/sandbox/pictures/use-width';
import type { ViewProps } from '@/app/sandbox/view-props';
import { fixedWords } from '@/lib/demos/number-words';
import {
	flatFrom,
	type SaturationFrame,
	type SaturationOutcome,
	saturationModel,
	Z_COUNT,
} from '@/lib/demos/saturation/model';
import type { SaturationParams } from '@/lib/demos/saturation/params';
import { saturationSpec } from '@/lib/demos/saturation/spec';
import { activations } from '@/lib/engine/activation';

const NAMES = { tanh: 'tanh(z)', sigmoid: 'σ(z)', relu: 'ReLU(z)' } as const;
const LEAST = { tanh: -1, sigmoid: 0, relu: 0 } as const;

/** The pre-activations over the curve of f, its flat zones shaded; below, how many lie there and what slope is left. */
function SaturationView({ params, frame, guess }: ViewProps<SaturationParams, SaturationFrame, SaturationOutcome>) {
	const [box, width] = useWidth(640);
	const { histogram, share, meanSlope } = frame;
	const { activation, inputs, sd } = params;
	const edge = flatFrom(activation);
	const right = { from: edge, to: Number.POSITIVE_INFINITY };
	const left = { from: Number.NEGATIVE_INFINITY, to: -edge };
	const height = width < 480 ? 240 : 300;
	const seen = histogram.total > 0;
	// The height of the bell that z will fill, so that the bars grow instead of the axis shrinking.
	const bin = (histogram.high - histogram.low) / histogram.counts.length;
	const most = Math.min(Z_COUNT, (1.2 * Z_COUNT * bin) / (2.507 * sd * Math.sqrt(inputs)));
	const percent = `${fixedWords(100 * share, share < 0.1 ? 1 : 0)} %`;
	const words = seen
		? `${histogram.total} pre-activations; ${percent} of them lie where ${activation} is flat.`
		: `The curve of ${activation}, its flat zones shaded; no pre-activation has been drawn yet.`;
	return (
		<div ref={box} className={styles.picture}>
			<svg viewBox={`0 0 ${width} ${height + 108}`} role="img" aria-label={words}>
				<HistogramBars
					histogram={histogram}
					zones={activation === 'relu' ? [left] : [left, right]}
					zoneLabel="flat: slope under 5 % of its greatest"
					curve={{
						f: activations[activation].f,
						low: LEAST[activation],
						high: activation === 'relu' ? histogram.high : 1,
						label: NAMES[activation],
					}}
					most={most}
					symbol="z"
					width={width}
					height={height}
				/>
				<ShareMeter
					share={seen ? share : null}
					words={`Saturated units${seen ? `: ${percent}` : ''}`}
					kind="stuck"
					guess={typeof guess === 'number' ? guess / 100 : null}
					y={height}
					width={width}
				/>
				<ShareMeter
					share={seen ? meanSlope : null}
					words={`Gradient that gets through${seen ? `: ${fixedWords(100 * meanSlope, 0)} % on average` : ''}`}
					kind="backward"
					guess={null}
					y={height + 54}
					width={width}
				/>
			</svg>
		</div>
	);
}

/** The demo `saturation`, complete. */
export function SaturationDemo(start: DemoStart) {
	return <DemoFrame {...start} spec={saturationSpec} model={saturationModel} View={SaturationView} />;
}
