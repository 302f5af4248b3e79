'use client';

import { DemoFrame, type DemoStart } from '@/app/sandbox/demo-frame';
import { NetGraph } from '@/app/sandbox/pictures/net-graph';
import pictures from '@/app/sandbox/pictures/picture.module.css';
import { StepList } from '@/app/sandbox/pictures/step-list';
import { useWidth } from '@/app/sandbox/pictures/use-width';
import type { ViewProps } from '@/app/sandbox/view-props';
import {
	BACKWARD_STEPS,
	type BackwardFrame,
	type BackwardOutcome,
	backwardModel,
	isDone,
} from '@/lib/demos/backward-equations/model';
import { type BackwardParams, placeOf } from '@/lib/demos/backward-equations/params';
import { backwardSpec } from '@/lib/demos/backward-equations/spec';
import { superscript } from '@/lib/demos/number-words';
import { BackwardStep } from './backward-step';

const FINDS = { 1: 'W', 2: 'b', 3: 'z', 4: 'z' } as const;

/** The net with the gradient on its way back, the nine steps it takes, and the one at work with its numbers. */
function BackwardView({
	params,
	frame,
	active,
	onActive,
	onShow,
}: ViewProps<BackwardParams, BackwardFrame, BackwardOutcome>) {
	const [box, width] = useWidth(640);
	const step = BACKWARD_STEPS[frame.done - 1] ?? null;
	const asked = placeOf(params.weight);
	return (
		<div ref={box} className={pictures.picture}>
			<NetGraph
				input={frame.layers[0]?.input ?? []}
				layers={frame.layers.map((layer, index) => ({
					W: layer.W,
					a: layer.a,
					dz: isDone(frame, 'dz', index + 1) ? layer.dz : null,
					weightsDone: isDone(frame, 'dW', index + 1),
				}))}
				target={frame.target}
				loss={frame.loss}
				at={step?.l ?? null}
				asked={asked}
				width={width}
				active={active}
			/>
			<StepList
				label="Steps of the backward pass"
				direction="backward"
				steps={BACKWARD_STEPS.map(({ equation, l }) => ({
					id: `${equation}-${l}`,
					note: `(${equation})`,
					name: `∂${FINDS[equation]}${superscript(l)}`,
					words: `layer ${l}`,
				}))}
				done={frame.done}
				now={frame.done - 1}
				onShow={onShow}
			/>
			<BackwardStep frame={frame} step={step} asked={asked} active={active} onActive={onActive} />
		</div>
	);
}

/** The demo `backward-equations`, complete. */
export function BackwardEquationsDemo(start: DemoStart) {
	return <DemoFrame {...start} spec={backwardSpec} model={backwardModel} View={BackwardView} />;
}
