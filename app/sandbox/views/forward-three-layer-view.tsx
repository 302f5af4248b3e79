'use client';

import type { ReactNode } from 'react';
import { DemoFrame, type DemoStart } from '@/app/sandbox/demo-frame';
import { Cells } from '@/app/sandbox/pictures/cells';
import { DotsOnCurve } from '@/app/sandbox/pictures/dots-on-curve';
import pictures from '@/app/sandbox/pictures/picture.module.css';
import { useWidth } from '@/app/sandbox/pictures/use-width';
import type { ViewProps } from '@/app/sandbox/view-props';
import {
	meanSlope,
	SATURATED,
	type ThreeLayerFrame,
	type ThreeLayerOutcome,
	threeLayerModel,
} from '@/lib/demos/forward-three-layer/model';
import type { ThreeLayerParams } from '@/lib/demos/forward-three-layer/params';
import { threeLayerSpec } from '@/lib/demos/forward-three-layer/spec';
import type { LayerNumbers } from '@/lib/demos/layer-numbers';
import { fixedWords, plainWords, superscript } from '@/lib/demos/number-words';
import { activations } from '@/lib/engine/activation';
import own from './forward-three-layer-view.module.css';

/** Where the slope of tanh, 1 − tanh², is just what counts as saturated. */
const FLAT_FROM = Math.atanh(Math.sqrt(1 - SATURATED));
const REACH = 6;

interface LevelProps {
	layer: LayerNumbers;
	open: boolean;
	active: string | null;
	/** The level inside, or x. */
	children: ReactNode;
}

/** One tanh of the formula: a box around the level it is made from, with its numbers once they are worked out. */
function Level({ layer, open, active, children }: LevelProps) {
	const { l, W, input, a } = layer;
	const up = superscript(l);
	const name = l === 3 ? 'y' : `a${up}`;
	const flat = open && meanSlope(layer) < SATURATED;
	return (
		<div className={own.level} data-open={open || undefined} data-flat={flat || undefined}>
			<p className={own.line}>
				<span>
					<b data-active={active === (l === 3 ? 'y' : `a${l}`) || undefined}>{name}</b> = tanh(
					<b data-active={active === `W${l}` || undefined}>W{up}</b>
					<small> {`${W.length}×${input.length}`} </small>
					{l === 1 ? 'x' : `a${superscript(l - 1)}`} + b{up})
				</span>
				{open ? (
					<Cells name={name} numbers={a} />
				) : (
					<span className={own.folded}>still folded: {a.length} numbers</span>
				)}
				{flat && <span className={own.flat}>saturated</span>}
			</p>
			{children}
		</div>
	);
}

/** The nested formula as boxes in boxes, worked out from the inside, and where each level's units stand on tanh. */
function ThreeLayerView({ frame, active }: ViewProps<ThreeLayerParams, ThreeLayerFrame, ThreeLayerOutcome>) {
	const [box, width] = useWidth(640);
	const { x, layers, open, factor } = frame;
	const nested = layers.reduce<ReactNode>(
		(inner, layer) => (
			<Level key={layer.l} layer={layer} open={open >= layer.l} active={active}>
				{inner}
			</Level>
		),
		<div className={own.input}>
			<b data-active={active === 'x' || undefined}>x</b>
			<Cells name="x" numbers={x} greatest={3} />
			{factor > 1 && <small className={own.folded}>{plainWords(Number(factor.toPrecision(3)))} times as long</small>}
		</div>,
	);
	const third = Math.floor((width - 16) / 3);
	return (
		<div ref={box} className={pictures.picture}>
			{nested}
			<div className={own.curves}>
				{layers.map((layer) => {
					const known = open >= layer.l;
					const slope = meanSlope(layer);
					return (
						<figure key={layer.l}>
							<DotsOnCurve
								f={activations.tanh.f}
								z={known ? layer.z : []}
								reach={REACH}
								flatFrom={FLAT_FROM}
								width={third}
								height={Math.min(130, third * 0.8)}
								label={
									known
										? `Level ${layer.l}: z is ${layer.z.map((zi) => fixedWords(zi, 2)).join(', ')}.`
										: `Level ${layer.l} is not worked out yet.`
								}
							/>
							<figcaption>
								level {layer.l}: mean slope <b>{known ? fixedWords(slope, 2) : '—'}</b>
								{known && slope < SATURATED && <span className={own.flat}> saturated</span>}
							</figcaption>
						</figure>
					);
				})}
			</div>
		</div>
	);
}

/** The demo `forward-three-layer`, complete. */
export function ForwardThreeLayerDemo(start: DemoStart) {
	return <DemoFrame {...start} spec={threeLayerSpec} model={threeLayerModel} View={ThreeLayerView} />;
}
