'use client';

import { useRef } from 'react';
import { type Flow, layoutNet, type UnitPlace, unitByKey } from './net-layout';
import { NetworkEdges } from './network-edges';
import own from './network-picture.module.css';
import styles from './picture.module.css';

interface Props {
	/** n_0 … n_L; at most 16 units of each are drawn. */
	sizes: readonly number[];
	/** `weights[l - 1][i - 1][j - 1]`: colour by sign, width by size; null draws every edge alike. */
	weights: readonly (readonly ArrayLike<number>[])[] | null;
	width: number;
	height: number;
	/** The number inside a unit, where there is room. */
	text?(place: UnitPlace): string;
	/** How strongly a unit is tinted, and with which sign, in [-1, 1]. */
	tint?(place: UnitPlace): number;
	/** A unit that is dropped: crossed out, its edges gone. */
	off?(place: UnitPlace): boolean;
	/** A unit to point out. */
	lit?(place: UnitPlace): boolean;
	/** Above each column; "x", "layer 1", … when left out. */
	heading?(l: number): string;
	/** Edges the pass has not come to are faint; what flows back is dashed. */
	flow?: Flow | null;
	/** The chosen unit: its incoming edges stand out. */
	selected?: UnitPlace | null;
	/** Makes the units of layers 1 … L buttons: one Tab stop, arrow keys between them. */
	onSelect?(place: UnitPlace): void;
	label: string;
}

const HEAD = 20;

/** A net of any size as a graph. */
export function NetworkPicture({
	sizes,
	weights,
	width,
	height,
	text,
	tint,
	off,
	lit,
	heading = (l) => (l === 0 ? 'x' : sizes.length > 6 ? String(l) : `layer ${l}`),
	flow = null,
	selected = null,
	onSelect,
	label,
}: Props) {
	const svg = useRef<SVGSVGElement>(null);
	const layout = layoutNet(sizes, { width, height: height - HEAD, top: HEAD });
	const { radius, x, y } = layout;
	const layers = sizes.length - 1;
	const small = radius >= 18 ? 12 : 10;
	const places = sizes.flatMap((_, l) =>
		Array.from({ length: layout.shown(l) }, (_, k): UnitPlace => ({ l, i: k + 1 })),
	);
	const stop = selected ?? { l: 1, i: 1 };
	const walk = (event: React.KeyboardEvent, from: UnitPlace) => {
		if (event.key === 'Enter' || event.key === ' ') {
			event.preventDefault();
			onSelect?.(from);
			return;
		}
		const to = unitByKey(event.key, from, layout, layers, 1);
		if (!to) return;
		event.preventDefault();
		onSelect?.(to);
		svg.current?.querySelector<SVGGElement>(`[data-unit="${to.l}-${to.i}"]`)?.focus();
	};
	return (
		<svg ref={svg} viewBox={`0 0 ${width} ${height}`} role={onSelect ? 'group' : 'img'} aria-label={label}>
			{flow && (
				<rect
					x={Math.max(0, x(flow.l) - radius - 6)}
					width={2 * radius + 12}
					y={HEAD - 2}
					height={height - HEAD + 2}
					rx={6}
					className={own.at}
				/>
			)}
			{sizes.map((_, l) => (
				<text
					// biome-ignore lint/suspicious/noArrayIndexKey: a column of the graph is its layer
					key={l}
					x={headingX(l, layers, x(l), radius)}
					y={12}
					textAnchor={anchorOf(l, layers)}
					className={styles.muted}
					fontSize={11.5}
				>
					{heading(l)}
				</text>
			))}
			<NetworkEdges
				layout={layout}
				weights={weights}
				layers={layers}
				flow={flow}
				selected={selected}
				{...(off ? { off } : {})}
			/>
			{places.map((place) => {
				const { l, i } = place;
				const [cx, cy] = [x(l), y(l, i)];
				const strength = tint?.(place) ?? 0;
				const dropped = off?.(place) ?? false;
				const words = dropped ? '' : (text?.(place) ?? '');
				const body = (
					<>
						<circle cx={cx} cy={cy} r={radius + 3} className={own.ring} />
						<circle
							cx={cx}
							cy={cy}
							r={radius}
							className={own.body}
							data-sign={Math.sign(strength)}
							data-off={dropped || undefined}
							data-lit={lit?.(place) || undefined}
							style={{ '--share': `${Math.round(60 * Math.min(1, Math.abs(strength)))}%` } as React.CSSProperties}
						/>
						{dropped && (
							<path
								className={own.off}
								d={`M${cx - radius * 0.6} ${cy - radius * 0.6}l${radius * 1.2} ${radius * 1.2}m0 ${-radius * 1.2}l${-radius * 1.2} ${radius * 1.2}`}
							/>
						)}
						{radius >= 12 && words && (
							<text x={cx} y={cy + 4} textAnchor="middle" className={styles.text} fontSize={small}>
								{words}
							</text>
						)}
					</>
				);
				const key = `${l}-${i}`;
				if (!onSelect || l === 0) return <g key={key}>{body}</g>;
				return (
					// biome-ignore lint/a11y/useSemanticElements: a button cannot stand inside a drawing
					<g
						key={key}
						data-unit={key}
						role="button"
						className={own.unit}
						tabIndex={stop.l === l && stop.i === i ? 0 : -1}
						aria-pressed={selected?.l === l && selected.i === i}
						aria-label={`unit ${i} of layer ${l}${words ? `, ${words}` : ''}`}
						onClick={() => onSelect(place)}
						onKeyDown={(event) => walk(event, place)}
					>
						{/* A finger needs more than a small circle. */}
						<circle cx={cx} cy={cy} r={Math.max(radius, 14)} fill="transparent" />
						{body}
					</g>
				);
			})}
			{sizes.map((_, l) =>
				layout.hidden(l) > 0 ? (
					<text
						// biome-ignore lint/suspicious/noArrayIndexKey: a column of the graph is its layer
						key={l}
						x={x(l)}
						y={y(l, layout.shown(l) + 1) + 4}
						textAnchor="middle"
						className={styles.muted}
						fontSize={11}
					>
						+{layout.hidden(l)}
					</text>
				) : null,
			)}
		</svg>
	);
}

function anchorOf(l: number, layers: number): 'start' | 'middle' | 'end' {
	return l === 0 ? 'start' : l === layers ? 'end' : 'middle';
}

/** The first and last headings stand flush with the picture, so that none is cut off. */
function headingX(l: number, layers: number, x: number, radius: number): number {
	return l === 0 ? x - radius : l === layers ? x + radius : x;
}
