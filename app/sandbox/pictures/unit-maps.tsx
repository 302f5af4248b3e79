'use client';

import { memo } from 'react';
import type { PlaneGrid } from '@/lib/demos/plane-grid';
import { BoundaryMap } from './boundary-map';
import type { MapPoint } from './map-point';
import styles from './unit-maps.module.css';

interface Props {
	/** What each unit answers over the plane. */
	grids: readonly PlaneGrid[];
	/** Under each map; "unit 1" and so on when left out. */
	name?(unit: number): string;
	/** As in `BoundaryMap`: 0.5 and 0.5 for sigmoid, 0 and 1 for tanh, 0 and about 1 for ReLU. */
	middle: number;
	reach: number;
	half: number;
	points?: readonly MapPoint[];
	/** Side of each map in CSS pixels. */
	size?: number;
	/** The chosen unit, from 1. */
	selected?: number | null;
	onSelect?(unit: number): void;
	/** "Units of layer 1". */
	label: string;
}

const NO_POINTS: readonly MapPoint[] = [];

/** What each unit of a layer has come to see, map by map. */
export const UnitMaps = memo(function UnitMaps({
	grids,
	name = (unit) => `unit ${unit}`,
	middle,
	reach,
	half,
	points = NO_POINTS,
	size = 72,
	selected = null,
	onSelect,
	label,
}: Props) {
	return (
		<ul className={styles.maps} aria-label={label}>
			{grids.map((grid, k) => {
				const unit = k + 1;
				const map = (
					<>
						<BoundaryMap
							grid={grid}
							middle={middle}
							reach={reach}
							points={points}
							half={half}
							size={size}
							label={`what ${name(unit)} answers over the plane`}
						/>
						{name(unit)}
					</>
				);
				return (
					<li key={unit}>
						{onSelect ? (
							<button
								type="button"
								className={styles.map}
								aria-pressed={selected === unit}
								onClick={() => onSelect(unit)}
							>
								{map}
							</button>
						) : (
							<div className={styles.map}>{map}</div>
						)}
					</li>
				);
			})}
		</ul>
	);
});
