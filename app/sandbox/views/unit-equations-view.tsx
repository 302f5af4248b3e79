'use client';

import { DemoFrame, type DemoStart } from '@/app/sandbox/demo-frame';
import pictures from '@/app/sandbox/pictures/picture.module.css';
import type { ViewProps } from '@/app/sandbox/view-props';
import { fixedWords, subscript } from '@/lib/demos/number-words';
import {
	NUDGE,
	type UnitEquationsFrame,
	type UnitEquationsOutcome,
	unitEquationsModel,
} from '@/lib/demos/unit-equations/model';
import type { UnitEquationsParams } from '@/lib/demos/unit-equations/params';
import { unitEquationsSpec } from '@/lib/demos/unit-equations/spec';
import own from './unit-equations-view.module.css';

interface VectorProps {
	name: string;
	numbers: readonly number[];
	/** The entry that belongs to the unit, from 0; none for what all units read. */
	row?: number;
	/** By how much each entry moved. */
	moved?: readonly number[];
	lit: boolean;
	decimals: number;
}

function Vector({ name, numbers, row, moved, lit, decimals }: VectorProps) {
	return (
		<table className={own.vector}>
			<caption>
				{name} <small>{numbers.length}×1</small>
			</caption>
			<tbody>
				{numbers.map((value, k) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: an entry of a vector is its place
					<tr key={k}>
						<td
							data-row={row === k || (lit && row === undefined) || undefined}
							data-moved={moved?.[k] ? true : undefined}
						>
							{fixedWords(value, decimals)}
							{moved?.[k] ? <small>Δ {fixedWords(moved[k] ?? 0, 1, true)}</small> : null}
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** The layer as a matrix product with one row picked out; while it runs, the entry that is nudged and what it moves. */
function UnitEquationsView({
	params: { unit },
	frame: { layer, nudged, z, moved },
	active,
	onChange,
}: ViewProps<UnitEquationsParams, UnitEquationsFrame, UnitEquationsOutcome>) {
	const at = unit - 1;
	const { W, b, input } = layer;
	const now = nudged ? (moved[nudged.i]?.[nudged.j] ?? []) : [];
	const movesOf = (delta: readonly number[]) => delta.flatMap((d, k) => (d === 0 ? [] : [k]));
	const lit = (symbol: string) => active === symbol;
	const products = (W[at] ?? []).map((w, j) => `(${fixedWords(w, 1)})(${fixedWords(input[j] ?? 0, 1)})`);
	return (
		<div className={pictures.picture}>
			<div className={own.layer}>
				<table className={own.weights}>
					<caption>
						W{' '}
						<small>
							{W.length}×{input.length}, one row a unit
						</small>
					</caption>
					<tbody>
						{W.map((row, i) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: a row of the matrix is its unit
							<tr key={i}>
								<th scope="row">
									<button type="button" aria-pressed={i === at} onClick={() => onChange({ unit: i + 1 })}>
										unit {i + 1}
									</button>
								</th>
								{row.map((w, j) => {
									const here = nudged?.i === i && nudged.j === j;
									const delta = moved[i]?.[j];
									const hits = delta ? movesOf(delta) : null;
									return (
										<td
											// biome-ignore lint/suspicious/noArrayIndexKey: an entry of the matrix is its place
											key={j}
											className={own.entry}
											data-row={i === at || lit('W') || undefined}
											data-nudged={here || undefined}
											data-alone={(hits?.length === 1 && hits[0] === at) || (lit('w') && i === at) || undefined}
										>
											{fixedWords(w + (here ? NUDGE : 0), 1, true)}
											<small>
												{hits ? `→ ${hits.map((k) => `z${subscript(k + 1)}`).join(' ') || 'nothing'}` : ' '}
											</small>
										</td>
									);
								})}
							</tr>
						))}
					</tbody>
				</table>
				<Vector name="a" numbers={input} lit={lit('input')} decimals={1} />
				<b className={own.sign}>+</b>
				<Vector name="b" numbers={b} row={at} lit={lit('b')} decimals={1} />
				<b className={own.sign}>=</b>
				<Vector name="z" numbers={z} row={at} moved={now} lit={lit('z')} decimals={2} />
			</div>
			<p className={own.dot}>
				{nudged ? (
					<>
						W{subscript(nudged.i + 1)}
						{subscript(nudged.j + 1)} is nudged by +{NUDGE}: it moves{' '}
						<b>
							{movesOf(now)
								.map((k) => `z${subscript(k + 1)}`)
								.join(' and ') || 'nothing'}
						</b>
						.
					</>
				) : (
					<>
						z{subscript(unit)} = <b>w</b>
						<sup>⊤</sup>
						<b>a</b> + b{subscript(unit)} = {products.join(' + ')} + ({fixedWords(b[at] ?? 0, 1)}) ={' '}
						<b>{fixedWords(z[at] ?? 0, 2)}</b>
					</>
				)}
			</p>
		</div>
	);
}

/** The demo `unit-equations`, complete. */
export function UnitEquationsDemo(start: DemoStart) {
	return <DemoFrame {...start} spec={unitEquationsSpec} model={unitEquationsModel} View={UnitEquationsView} />;
}
