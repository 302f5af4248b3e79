import type { ReactNode } from 'react';
import type { PlaneGrid } from '@/lib/demos/plane-grid';
import { BoundaryMap } from './boundary-map';
import type { MapPoint } from './map-point';
import styles from './map-row.module.css';

/** What one net answers, with its name and how it does. */
export interface NamedMap {
	id: string;
	name: string;
	/** Under the name, in a few words. */
	words: ReactNode;
	grid: PlaneGrid;
	/** What there is to see, for those who cannot. */
	label: string;
}

interface Props {
	maps: readonly NamedMap[];
	points: readonly MapPoint[];
	half: number;
	/** Room for all of them, in CSS pixels. */
	width: number;
}

const GAP = 12;

/** The answers of several sigmoid nets over the same points, side by side. */
export function MapRow({ maps, points, half, width }: Props) {
	const size = Math.min(240, Math.floor((width - GAP * (maps.length - 1)) / maps.length));
	return (
		<div className={styles.row}>
			{maps.map(({ id, name, words, grid, label }) => (
				<figure key={id} className={styles.map} style={{ width: size }}>
					<BoundaryMap grid={grid} middle={0.5} reach={0.5} points={points} half={half} size={size} label={label} />
					<figcaption>
						<b>{name}</b> {words}
					</figcaption>
				</figure>
			))}
		</div>
	);
}
