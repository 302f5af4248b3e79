import { type DemoEntry, demoEntry } from '@/lib/demos/registry';
import styles from './concept-path.module.css';
import { layOutPath } from './path-layout';

const ROW = 76;
const BOX = 46;
const COLUMNS = 4;

/** Which concept rests on which: boxes from top to bottom with arrows between them; a plain list on a narrow page. */
export function ConceptPath({ entries }: { entries: readonly DemoEntry[] }) {
	const { places, steps, rows } = layOutPath(entries, COLUMNS);
	const at = new Map(places.map((place) => [place.id, place]));
	const height = rows * ROW - (ROW - BOX);
	const inOrder = [...places].sort((a, b) => a.row - b.row || a.across - b.across);
	return (
		<div className={styles.path} style={{ '--height': `${height}px` } as React.CSSProperties}>
			<svg
				viewBox={`0 0 1000 ${height}`}
				preserveAspectRatio="none"
				className={styles.arrows}
				aria-hidden="true"
				focusable="false"
			>
				{steps.map(({ from, to }) => {
					const [a, b] = [at.get(from), at.get(to)];
					if (!a || !b) return null;
					const [x0, y0] = [a.across * 1000, a.row * ROW + BOX];
					const [x1, y1] = [b.across * 1000, b.row * ROW];
					const bend = (y1 - y0) * 0.55;
					return (
						<path
							key={`${from} ${to}`}
							vectorEffect="non-scaling-stroke"
							d={`M${x0} ${y0}C${x0} ${y0 + bend} ${x1} ${y1 - bend} ${x1} ${y1 - 2}`}
						/>
					);
				})}
			</svg>
			<ol>
				{inOrder.map(({ id, row, across }) => {
					const entry = demoEntry(id);
					if (!entry) return null;
					const under = entry.restsOn.map((one) => demoEntry(one)?.concept ?? one);
					return (
						<li
							key={id}
							style={{ '--across': `${across * 100}%`, '--down': `${row * ROW}px` } as React.CSSProperties}
							data-first={row === 0 || undefined}
						>
							<a href={`/sandbox/${id}`}>{entry.concept}</a>
							{under.length > 0 && <span className={styles.under}>rests on {under.join(' and ')}</span>}
						</li>
					);
				})}
			</ol>
		</div>
	);
}
