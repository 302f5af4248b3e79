'use client';

import { useMemo } from 'react';
import { DemoFrame, type DemoStart } from '@/app/sandbox/demo-frame';
import { BoundaryMap } from '@/app/sandbox/pictures/boundary-map';
import { Curves } from '@/app/sandbox/pictures/curves';
import { mapPoints } from '@/app/sandbox/pictures/map-point';
import pictures from '@/app/sandbox/pictures/picture.module.css';
import { useWidth } from '@/app/sandbox/pictures/use-width';
import type { ViewProps } from '@/app/sandbox/view-props';
import { type LinearFit, linearOutputs } from '@/lib/demos/linear-and-logistic-regression/classical-fit';
import {
	HALF,
	LINE_XS,
	type RegressionFrame,
	type RegressionOutcome,
	regressionData,
	regressionModel,
} from '@/lib/demos/linear-and-logistic-regression/model';
import type { RegressionParams } from '@/lib/demos/linear-and-logistic-regression/params';
import { regressionSpec } from '@/lib/demos/linear-and-logistic-regression/spec';
import { numberWords } from '@/lib/demos/number-words';
import { type PlaneGrid, planeInputs } from '@/lib/demos/plane-grid';
import styles from './picture-view.module.css';
import { RegressionLine } from './regression-line';

const inputs = planeInputs(21, HALF);

/** z of the classical fit over the plane, for its boundary. */
function classicalGrid(fit: LinearFit): PlaneGrid {
	return { columns: 21, rows: 21, values: Float32Array.from(linearOutputs(fit, inputs)) };
}

/** The data with what the net answers and, dashed, what the classical method finds; below, how far apart they are. */
function RegressionView({ params, frame }: ViewProps<RegressionParams, RegressionFrame, RegressionOutcome>) {
	const [box, width] = useWidth(640);
	const { model, seed } = params;
	const data = useMemo(() => regressionData({ model, seed }), [model, seed]);
	const points = useMemo(() => (model === 'logistic' ? mapPoints(data.x, data.y) : []), [data, model]);
	const classical = frame.classical.join();
	const lines = useMemo(() => {
		const fit = classical.split(',').map(Number);
		return fit.length === 3 ? [{ grid: classicalGrid(fit), level: 0, dash: [8, 6] }] : [];
	}, [classical]);
	const gap = frame.gaps.at(-1)?.gap ?? 0;
	const method = model === 'linear' ? 'least squares' : 'Newton’s method';
	const words = `Epoch ${frame.epoch}: the net and ${method} are at most ${numberWords(gap)} apart.`;
	const size = Math.min(width, 400);
	return (
		<div ref={box} className={pictures.picture}>
			<p className={styles.caption}>
				epoch <b>{frame.epoch}</b> · broad or full line: the net · dashed: {method} · at most <b>{numberWords(gap)}</b>{' '}
				apart
			</p>
			{model === 'linear' ? (
				<svg viewBox={`0 0 ${width} 300`} role="img" aria-label={words}>
					<RegressionLine
						points={Array.from(data.x.data, (x, k) => ({ x, y: data.y.data[k] ?? 0 }))}
						xs={LINE_XS}
						net={frame.line}
						slope={frame.classical[0] ?? 0}
						intercept={frame.classical[1] ?? 0}
						width={width}
						height={300}
					/>
				</svg>
			) : (
				<BoundaryMap
					grid={frame.plane}
					middle={0.5}
					reach={0.5}
					lines={lines}
					points={points}
					half={HALF}
					size={size}
					label={words}
				/>
			)}
			<svg className={styles.block} viewBox={`0 0 ${width} 200`} role="img" aria-label={words}>
				<Curves
					series={[
						{
							id: 'gap',
							label: 'distance',
							tone: 'positive',
							xs: frame.gaps.map((point) => point.epoch),
							ys: frame.gaps.map((point) => point.gap),
						},
					]}
					x={{ scale: 'linear', low: 0, high: params.epochs, label: 'epoch' }}
					y={{ scale: 'log', low: 1e-16, high: 10, label: 'greatest distance' }}
					level={{ y: 1e-6, label: 'a millionth' }}
					width={width}
					height={200}
				/>
			</svg>
		</div>
	);
}

/** The demo `linear-and-logistic-regression`, complete. */
export function LinearAndLogisticRegressionDemo(start: DemoStart) {
	return <DemoFrame {...start} spec={regressionSpec} model={regressionModel} View={RegressionView} />;
}
