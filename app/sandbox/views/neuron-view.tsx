'use client';

import { DemoFrame, type DemoStart } from '@/app/sandbox/demo-frame';
import { ActivationCurve } from '@/app/sandbox/pictures/activation-curve';
import styles from '@/app/sandbox/pictures/picture.module.css';
import { linearScale } from '@/app/sandbox/pictures/scale';
import { useWidth } from '@/app/sandbox/pictures/use-width';
import { type Term, WeightedSum } from '@/app/sandbox/pictures/weighted-sum';
import type { ViewProps } from '@/app/sandbox/view-props';
import { type NeuronFrame, type NeuronOutcome, neuronFrame, neuronModel } from '@/lib/demos/neuron/model';
import type { NeuronParams } from '@/lib/demos/neuron/params';
import { neuronSpec } from '@/lib/demos/neuron/spec';
import { fixedWords } from '@/lib/demos/number-words';
import { activations } from '@/lib/engine/activation';

const NAMES = { sigmoid: 'σ', tanh: 'tanh', relu: 'ReLU', identity: 'id' } as const;
const SUBSCRIPTS = '₁₂₃₄₅₆₇₈₉';
const ROW = 36;
const LEFT = 92;

/** The sum of a neuron as arrows on the z axis, and below it, on the same axis, the curve that turns z into a. */
function NeuronView({ params, frame, guess, active }: ViewProps<NeuronParams, NeuronFrame, NeuronOutcome>) {
	const [box, width] = useWidth(640);
	const before = neuronFrame(params, params.w);
	const moved = frame.w.some((wj, j) => wj !== params.w[j]);

	const terms: Term[] = [
		...frame.terms.map((value, j) => ({
			id: `term-${j}`,
			symbols: ['x', 'w'],
			label: `w${SUBSCRIPTS[j]}x${SUBSCRIPTS[j]}`,
			detail: `${fixedWords(frame.w[j] ?? 0, 2)} × ${fixedWords(params.x[j] ?? 0, 2)}`,
			value,
		})),
		{ id: 'bias', symbols: ['b'], label: 'b', detail: 'the bias', value: frame.b },
	];
	// Room for the sum however the weights' signs fall, so that the axis stays still during a run.
	const span = before.terms.reduce((sum, term) => sum + Math.abs(term), Math.abs(frame.b));
	const reach = [4, 8, 16, 40].find((end) => end >= span) ?? 40;
	const zRange = [-reach, reach] as const;
	const aRange = {
		sigmoid: [-0.15, 1.15] as const,
		tanh: [-1.25, 1.25] as const,
		relu: [-0.15 * reach, reach] as const,
		identity: zRange,
	}[params.activation];

	const sumHeight = (terms.length + 1) * ROW;
	const top = sumHeight + 24;
	const bottom = top + Math.min(240, Math.max(200, width * 0.4));
	const x = linearScale(zRange, [LEFT, width - 56]);
	const y = linearScale(aRange, [bottom, top]);
	const words =
		`The terms ${terms.map((term) => fixedWords(term.value, 2, true)).join(', ')} add up to z = ${fixedWords(frame.z, 3)}; ` +
		`${params.activation} turns it into a = ${fixedWords(frame.a, 3)}, where its slope is ${fixedWords(frame.slope, 3)}.`;

	return (
		<div ref={box} className={styles.picture}>
			<svg viewBox={`0 0 ${width} ${bottom + 36}`} role="img" aria-label={words}>
				<line className={styles.axis} x1={x(0)} x2={x(0)} y1={0} y2={sumHeight} />
				<WeightedSum terms={terms} x={x} top={0} rowHeight={ROW} active={active} />
				<ActivationCurve
					f={activations[params.activation].f}
					name={NAMES[params.activation]}
					zRange={zRange}
					aRange={aRange}
					x={x}
					y={y}
					now={frame}
					before={moved ? before : null}
					guess={typeof guess === 'number' && guess >= aRange[0] && guess <= aRange[1] ? guess : null}
					active={active}
				/>
			</svg>
		</div>
	);
}

/** The demo `neuron`, complete. */
export function NeuronDemo(start: DemoStart) {
	return <DemoFrame {...start} spec={neuronSpec} model={neuronModel} View={NeuronView} />;
}
