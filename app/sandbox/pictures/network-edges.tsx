import type { Flow, NetLayout, UnitPlace } from './net-layout';

interface Props {
	layout: NetLayout;
	weights: readonly (readonly ArrayLike<number>[])[] | null;
	layers: number;
	flow: Flow | null;
	selected: UnitPlace | null;
	off?(place: UnitPlace): boolean;
}

/** How wide an edge may be drawn, in steps: edges of one step, sign and state share one path, which keeps large nets quick. */
const STEPS = 5;

/** The weights of a net: blue or orange by sign, the wider the larger; bundled into few paths. */
export function NetworkEdges({ layout, weights, layers, flow, selected, off }: Props) {
	const { radius, x, y, shown } = layout;
	const greatest = weights
		? Math.max(1e-12, ...weights.flatMap((W) => W.flatMap((row) => Array.from(row, Math.abs))).filter(Number.isFinite))
		: 1;
	const bundles = new Map<string, { d: string; sign: number; step: number; reached: boolean; chosen: boolean }>();
	for (let l = 1; l <= layers; l++) {
		const reached = !flow || (flow.direction === 'forward' ? l <= flow.l : l > flow.l);
		for (let i = 1; i <= shown(l); i++) {
			if (off?.({ l, i })) continue;
			const chosen = selected === null || (selected.l === l && selected.i === i);
			for (let j = 1; j <= shown(l - 1); j++) {
				if (off?.({ l: l - 1, i: j })) continue;
				const weight = weights?.[l - 1]?.[i - 1]?.[j - 1] ?? 0;
				const sign = weights ? Math.sign(weight) : 0;
				const step = weights ? Math.ceil((STEPS * Math.min(greatest, Math.abs(weight))) / greatest) : 1;
				const key = [sign, step, reached, chosen].join();
				const bundle = bundles.get(key) ?? { d: '', sign, step, reached, chosen };
				bundle.d += `M${(x(l - 1) + radius).toFixed(1)} ${y(l - 1, j).toFixed(1)}L${(x(l) - radius).toFixed(1)} ${y(l, i).toFixed(1)}`;
				bundles.set(key, bundle);
			}
		}
	}
	const ordered = [...bundles].sort(([, a], [, b]) => Number(a.chosen) - Number(b.chosen));
	return (
		<g fill="none">
			{ordered.map(([key, { d, sign, step, reached, chosen }]) => (
				<path
					key={key}
					d={d}
					stroke={sign === 0 ? 'var(--edge)' : sign < 0 ? 'var(--negative)' : 'var(--positive)'}
					strokeWidth={0.6 + (3.4 * step) / STEPS}
					strokeDasharray={flow?.direction === 'backward' && reached ? '6 4' : undefined}
					opacity={!chosen ? 0.12 : reached ? 0.85 : 0.22}
				/>
			))}
		</g>
	);
}
