'use client';

import { DemoFrame, type DemoStart } from '@/app/sandbox/demo-frame';
import { NetworkPicture } from '@/app/sandbox/pictures/network-picture';
import pictures from '@/app/sandbox/pictures/picture.module.css';
import { StepList } from '@/app/sandbox/pictures/step-list';
import { useWidth } from '@/app/sandbox/pictures/use-width';
import type { ViewProps } from '@/app/sandbox/view-props';
import { type ForwardFrame, type ForwardOutcome, forwardModel } from '@/lib/demos/forward-equations/model';
import type { ForwardParams } from '@/lib/demos/forward-equations/params';
import { forwardSpec } from '@/lib/demos/forward-equations/spec';
import { askedStep, forwardSteps, type ForwardStep as Step } from '@/lib/demos/forward-equations/steps';
import { fixedWords, superscript } from '@/lib/demos/number-words';
import { ForwardStep } from './forward-step';

const F = { tanh: 'tanh', sigmoid: 'σ', relu: 'ReLU', identity: 'id' } as const;

const nameOf = ({ line, l }: Step) => (line === 3 ? 'ℓ' : `${line === 1 ? 'z' : 'a'}${superscript(l)}`);

/** The net as it fills from the left, the steps of the pass, and the one at work with its matrices. */
function ForwardView({
	params,
	frame,
	active,
	onActive,
	onShow,
}: ViewProps<ForwardParams, ForwardFrame, ForwardOutcome>) {
	const [box, width] = useWidth(640);
	const steps = forwardSteps(params.depth);
	const step = steps[frame.now] as Step;
	const found = steps.slice(0, frame.done);
	const reached = Math.max(0, ...found.map(({ l }) => l));
	const known = (line: number, l: number) => found.some((one) => one.line === line && one.l === l);
	const value = (l: number, i: number) => (l === 0 ? frame.x[i - 1] : frame.layers[l - 1]?.a[i - 1]) ?? 0;
	const shown = (l: number) => known(l === 0 ? 0 : 2, l);
	const asked = frame.now === askedStep(params);
	const done = found.length === steps.length;
	return (
		<div ref={box} className={pictures.picture}>
			<NetworkPicture
				sizes={[frame.x.length, ...frame.layers.map(({ a }) => a.length)]}
				weights={frame.layers.map(({ W }) => W)}
				width={width}
				height={width < 480 ? 190 : 210}
				flow={{ direction: 'forward', l: Math.max(reached, step.l) }}
				text={({ l, i }) => {
					if (shown(l)) return fixedWords(value(l, i), 2);
					return known(1, l) ? `z ${fixedWords(frame.layers[l - 1]?.z[i - 1] ?? 0, 1)}` : '';
				}}
				tint={({ l, i }) => (shown(l) ? value(l, i) : 0)}
				lit={({ l, i }) => asked && step.line > 0 && step.line < 3 && l === step.l && i === 1}
				label={
					done
						? `The forward pass is done: the output is ${fixedWords(value(params.depth, 1), 3)}, the loss ${fixedWords(frame.loss, 3)}.`
						: `The forward pass has reached layer ${reached} of ${params.depth}.`
				}
			/>
			<StepList
				label="Steps of the forward pass"
				direction="forward"
				steps={steps.map((one) => ({
					id: `${one.line}-${one.l}`,
					name: nameOf(one),
					words: one.line === 3 ? 'the loss' : `layer ${one.l}`,
				}))}
				done={frame.done}
				now={frame.now}
				onShow={onShow}
			/>
			<ForwardStep
				frame={frame}
				step={step}
				asked={asked}
				activation={F[params.activation]}
				active={active}
				onActive={onActive}
			/>
		</div>
	);
}

/** The demo `forward-equations`, complete. */
export function ForwardEquationsDemo(start: DemoStart) {
	return <DemoFrame {...start} spec={forwardSpec} model={forwardModel} View={ForwardView} />;
}
