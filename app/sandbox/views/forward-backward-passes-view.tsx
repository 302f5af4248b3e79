'use client';

import { DemoFrame, type DemoStart } from '@/app/sandbox/demo-frame';
import { Cells } from '@/app/sandbox/pictures/cells';
import { MemoryStairs } from '@/app/sandbox/pictures/memory-stairs';
import { NetworkPicture } from '@/app/sandbox/pictures/network-picture';
import pictures from '@/app/sandbox/pictures/picture.module.css';
import steps from '@/app/sandbox/pictures/steps.module.css';
import { useWidth } from '@/app/sandbox/pictures/use-width';
import type { ViewProps } from '@/app/sandbox/view-props';
import { type PassesFrame, type PassesOutcome, passesModel } from '@/lib/demos/forward-backward-passes/model';
import type { PassesParams } from '@/lib/demos/forward-backward-passes/params';
import { passesSpec } from '@/lib/demos/forward-backward-passes/spec';
import { fixedWords, superscript } from '@/lib/demos/number-words';
import own from './forward-backward-passes-view.module.css';

function sentenceOf({ forward, lossKnown, back, layers, loss }: PassesFrame): string {
	const now = back.at(-1);
	if (now !== undefined)
		return `Back at layer ${now}: its gradients are made from what it kept, and the shelf is emptied.`;
	if (lossKnown) return `The loss is known, ${fixedWords(loss, 3)}: here the way back begins.`;
	if (forward === 0) return 'Every shelf is empty; the input stands ready.';
	return `On at layer ${forward} of ${layers.length}: it puts what it read, and its slopes, on its shelf.`;
}

/** The net with its flow there and back, a shelf a layer for what is kept, and how much that is, step by step. */
function PassesView({ params, frame, active }: ViewProps<PassesParams, PassesFrame, PassesOutcome>) {
	const [box, width] = useWidth(640);
	const { x, layers, dz, forward, lossKnown, back, memory } = frame;
	const turned = back.length > 0;
	const greatest = Math.max(1e-9, ...dz.flat().map(Math.abs));
	const value = (l: number, i: number) => (l === 0 ? x[i - 1] : layers[l - 1]?.a[i - 1]) ?? 0;
	const gradient = (l: number, i: number) => (l > 0 && back.includes(l) ? dz[l - 1]?.[i - 1] : undefined);
	const most = layers.reduce((sum, { input, slope }) => sum + input.length + slope.length, 0);
	const units = Math.max(2, params.width);
	return (
		<div ref={box} className={pictures.picture}>
			<NetworkPicture
				sizes={[x.length, ...layers.map(({ a }) => a.length)]}
				weights={layers.map(({ W }) => W)}
				width={width}
				height={30 + units * (width < 480 ? 34 : 42)}
				flow={turned ? { direction: 'backward', l: Math.min(...back) } : { direction: 'forward', l: forward }}
				text={({ l, i }) => {
					const d = gradient(l, i);
					return d !== undefined ? fixedWords(d, 2) : l <= forward ? fixedWords(value(l, i), 2) : '';
				}}
				tint={({ l, i }) => {
					const d = gradient(l, i);
					return d !== undefined ? d / greatest : l <= forward && !turned ? value(l, i) : 0;
				}}
				lit={({ l }) => (active === 'dz' && back.includes(l)) || (active === 'a' && l > 0 && l <= forward)}
				heading={(l) =>
					l === 0 ? 'x' : back.includes(l) ? `∂z${superscript(l)}` : layers.length > 4 ? `${l}` : `layer ${l}`
				}
				label={sentenceOf(frame)}
			/>
			<p className={steps.sentence}>{sentenceOf(frame)}</p>
			<ol
				className={own.shelves}
				aria-label="What each layer keeps"
				style={{ '--layers': layers.length, '--units': units } as React.CSSProperties}
			>
				{layers.map(({ l, input, slope }) => {
					const done = back.includes(l);
					const kept = forward >= l && !done;
					const up = superscript(l);
					const read = l === 1 ? 'x' : `a${superscript(l - 1)}`;
					return (
						<li key={l} className={own.shelf} data-state={done ? 'back' : kept ? 'kept' : 'empty'}>
							<h2>{layers.length > 4 && width < 480 ? l : `layer ${l}`}</h2>
							<span className={own.state}>{done ? 'forgotten' : kept ? 'kept' : 'empty'}</span>
							<span className={own.kept}>
								<span>
									{read}
									<Cells
										name={read}
										numbers={input}
										decimals={null}
										empty={!kept}
										upright
										active={active === 'input'}
									/>
								</span>
								<span>
									f′(z{up})
									<Cells
										name={`f′(z${up})`}
										numbers={slope}
										decimals={null}
										empty={!kept}
										upright
										active={active === 'slope'}
									/>
								</span>
							</span>
							<span className={own.gradient}>
								⇠ ∂z{up}
								<Cells
									name={`∂ℓ/∂z${up}`}
									numbers={dz[l - 1] ?? []}
									greatest={greatest}
									decimals={null}
									empty={!done}
									upright
									active={active === 'dz'}
								/>
							</span>
						</li>
					);
				})}
			</ol>
			<p className={own.memory}>
				Numbers kept after each step: <b>{memory.at(-1)}</b> now
				{lossKnown ? `, ${most} at the most` : ''}
			</p>
			<MemoryStairs
				kept={memory}
				steps={2 * layers.length + 2}
				most={most}
				turn={layers.length + 2}
				width={width}
				height={96}
				label={`Kept after each step: ${memory.join(', ')}.`}
			/>
		</div>
	);
}

/** The demo `forward-backward-passes`, complete. */
export function ForwardBackwardPassesDemo(start: DemoStart) {
	return <DemoFrame {...start} spec={passesSpec} model={passesModel} View={PassesView} />;
}
