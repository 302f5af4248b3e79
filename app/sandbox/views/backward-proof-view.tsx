'use client';

import { DemoFrame, type DemoStart } from '@/app/sandbox/demo-frame';
import { Curves } from '@/app/sandbox/pictures/curves';
import { Microscope } from '@/app/sandbox/pictures/microscope';
import styles from '@/app/sandbox/pictures/picture.module.css';
import { useWidth } from '@/app/sandbox/pictures/use-width';
import type { ViewProps } from '@/app/sandbox/view-props';
import {
	type BackwardProofFrame,
	type BackwardProofOutcome,
	backwardProofModel,
	nudgeWords,
} from '@/lib/demos/backward-proof/model';
import type { BackwardProofParams } from '@/lib/demos/backward-proof/params';
import { backwardProofSpec } from '@/lib/demos/backward-proof/spec';
import { powerWords } from '@/lib/demos/number-words';

/** The loss around one weight as large as the nudge, and the error of the secant for nudges of all sizes. */
function BackwardProofView({
	frame,
	guess,
	active,
}: ViewProps<BackwardProofParams, BackwardProofFrame, BackwardProofOutcome>) {
	const [box, width] = useWidth(640);
	const { now, tangent, curve, checks } = frame;
	const upper = width < 480 ? 210 : 250;
	const rising = [...checks].reverse();
	const eps = `ε = ${nudgeWords(now.eps)}`;
	const guessed =
		typeof guess === 'number'
			? [{ x: 10 ** guess, label: 'your prediction', tone: 'accent' as const, dash: '5 3' }]
			: [];
	return (
		<div ref={box} className={styles.picture}>
			<svg
				viewBox={`0 0 ${width} ${upper}`}
				role="img"
				aria-label={`The loss around the weight with ${eps}: the tangent has slope ${powerWords(tangent, 4)}, the secant ${powerWords(now.secant, 4)}.`}
			>
				<Microscope
					curve={curve}
					eps={now.eps}
					name={eps}
					tangent={tangent}
					secant={now.secant}
					active={active}
					width={width}
					height={upper}
				/>
			</svg>
			<svg
				viewBox={`0 0 ${width} 240`}
				role="img"
				aria-label={
					checks.length > 0
						? `Relative error against ε, ${checks.length} nudges measured; at ${eps} it is ${powerWords(now.error)}.`
						: 'Relative error against ε: nothing measured yet.'
				}
			>
				<Curves
					series={[
						{
							id: 'error',
							label: 'error',
							tone: 'ink',
							xs: rising.map((check) => check.eps),
							ys: rising.map((check) => Math.max(check.error, 1e-17)),
						},
					]}
					x={{ scale: 'log', low: 1e-14, high: 1, label: 'nudge ε' }}
					y={{ scale: 'log', low: 1e-12, high: 10, label: 'relative error of the secant, all weights' }}
					markers={[...guessed, { x: now.eps, label: eps, tone: 'positive', row: guessed.length }]}
					width={width}
					height={240}
				/>
			</svg>
		</div>
	);
}

/** The demo `backward-proof`, complete. */
export function BackwardProofDemo(start: DemoStart) {
	return <DemoFrame {...start} spec={backwardProofSpec} model={backwardProofModel} View={BackwardProofView} />;
}
