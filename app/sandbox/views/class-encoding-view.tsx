'use client';

import { type ReactNode, useMemo } from 'react';
import { DemoFrame, type DemoStart } from '@/app/sandbox/demo-frame';
import { BoundaryMap } from '@/app/sandbox/pictures/boundary-map';
import pictures from '@/app/sandbox/pictures/picture.module.css';
import { useWidth } from '@/app/sandbox/pictures/use-width';
import type { ViewProps } from '@/app/sandbox/view-props';
import { codeWords } from '@/lib/demos/class-encoding/code-words';
import {
	type EncodingFrame,
	type EncodingOutcome,
	encodingModel,
	encodingPoints,
	HALF,
	outputName,
} from '@/lib/demos/class-encoding/model';
import type { EncodingParams } from '@/lib/demos/class-encoding/params';
import { encodingSpec } from '@/lib/demos/class-encoding/spec';
import own from './class-encoding-view.module.css';
import styles from './picture-view.module.css';

/** One map for each output with the bit each class wants, and one of what is decoded: wrong points are hollow. */
function EncodingView({ params, frame }: ViewProps<EncodingParams, EncodingFrame, EncodingOutcome>) {
	const [box, width] = useWidth(640);
	const { classes, encoding, seed } = params;
	const { x, labels } = useMemo(() => encodingPoints({ classes, seed }), [classes, seed]);
	const words = useMemo(() => codeWords(classes, encoding), [classes, encoding]);
	const outputs = frame.maps.length;
	const columns = outputs > 3 ? (width < 480 ? 2 : 4) : width < 480 ? 2 : 3;
	const size = Math.floor((width - 16 * (columns - 1)) / columns);
	const decoded = useMemo(
		() =>
			labels.map((label, k) => ({
				x1: x.data[2 * k] ?? 0,
				x2: x.data[2 * k + 1] ?? 0,
				mark: 2 + (label % 4),
				hollow: frame.decoded[k] !== label,
			})),
		[x, labels, frame.decoded],
	);
	const byBit = useMemo(
		() =>
			words[0]?.map((_, bit) =>
				labels.map((label, k) => ({
					x1: x.data[2 * k] ?? 0,
					x2: x.data[2 * k + 1] ?? 0,
					mark: words[label]?.[bit] ?? 0,
				})),
			) ?? [],
		[x, labels, words],
	);
	const numbers = words.map((word, k) => {
		const angle = 0.75 * Math.PI - (2 * Math.PI * k) / classes;
		const place = (along: number) => `${(50 + (45 * along) / 1).toFixed(1)}%`;
		return { k, word, left: place(Math.cos(angle)), top: place(-Math.sin(angle)) };
	});
	const tile = (key: string, caption: ReactNode, map: ReactNode, text: (word: number[], k: number) => string) => (
		<figure key={key} style={{ width: size }}>
			<figcaption className={styles.caption}>{caption}</figcaption>
			<div className={own.map}>
				{map}
				{numbers.map(({ k, word, left, top }) => (
					<span key={k} className={own.number} style={{ left, top }} aria-hidden="true">
						{text(word, k)}
					</span>
				))}
			</div>
		</figure>
	);
	return (
		<div ref={box} className={pictures.picture}>
			<p className={styles.big}>
				{Math.round(100 * frame.accuracy)} % decoded right{' '}
				<small>
					epoch {frame.epoch}, {outputs} outputs
				</small>
			</p>
			<div className={`${styles.side} ${styles.block}`}>
				{frame.maps.map((grid, bit) =>
					tile(
						outputName(encoding, bit, outputs),
						<>
							<b>{outputName(encoding, bit, outputs)}</b>: {Math.round(100 * (frame.bits[bit] ?? 0))} % on their side
						</>,
						<BoundaryMap
							grid={grid}
							middle={0.5}
							reach={0.5}
							points={byBit[bit] ?? []}
							half={HALF}
							size={size}
							label={`${outputName(encoding, bit, outputs)}: ${Math.round(100 * (frame.bits[bit] ?? 0))} % of the points lie on their side of its boundary.`}
						/>,
						(word) => String(word[bit] ?? 0),
					),
				)}
				{tile(
					'decoded',
					<>
						<b>decoded</b>: hollow is wrong
					</>,
					<BoundaryMap
						grid={null}
						middle={0.5}
						reach={0.5}
						points={decoded}
						half={HALF}
						size={size}
						label={`${Math.round(100 * frame.accuracy)} % of the points are decoded as their own class.`}
					/>,
					(_, k) => String(k),
				)}
			</div>
		</div>
	);
}

/** The demo `class-encoding`, complete. */
export function ClassEncodingDemo(start: DemoStart) {
	return <DemoFrame {...start} spec={encodingSpec} model={encodingModel} View={EncodingView} />;
}
