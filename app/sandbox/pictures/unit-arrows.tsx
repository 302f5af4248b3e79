import styles from './picture.module.css';
import { linearScale, ticks } from './scale';

interface Props {
	/** The tip of each unit's arrow by epoch, [epoch][unit][coordinate]; the last is now. */
	tips: readonly (readonly (readonly number[])[])[];
	/** The weight out of each unit: its sign colours the arrow. */
	out: readonly number[];
	/** Side of the square in pixels. */
	size: number;
	/** The arrows of the symbol pointed at are drawn stronger. */
	active: boolean;
}

/** Hidden units as their two incoming weights, arrows from 0 with the path of their tips; units in one place are named together. */
export function UnitArrows({ tips, out, size, active }: Props) {
	const now = tips.at(-1) ?? [];
	const greatest = Math.max(1, ...tips.flat(2).map(Math.abs));
	const reach = [2, 4, 8, 16, 32].find((end) => end >= 1.15 * greatest) ?? 1.15 * greatest;
	const x = linearScale([-reach, reach], [0, size]);
	const y = linearScale([-reach, reach], [size, 0]);
	const places = new Map<string, number[]>();
	now.forEach((tip, unit) => {
		const key = tip.join();
		places.set(key, [...(places.get(key) ?? []), unit]);
	});
	return (
		<g>
			{ticks([-reach, reach], 4).map((value) => (
				<g key={value}>
					<path
						d={`M${x(value)} 0V${size}M0 ${y(value)}H${size}`}
						className={value === 0 ? styles.axis : styles.grid}
					/>
					{value !== 0 && Math.abs(value) < reach && (
						<text x={x(value)} y={y(0) + 13} textAnchor="middle" className={styles.muted} fontSize="11">
							{value < 0 ? `−${-value}` : value}
						</text>
					)}
				</g>
			))}
			<text x={size - 4} y={y(0) - 6} textAnchor="end" className={styles.symbol}>
				w₁
			</text>
			<text x={x(0) + 6} y={14} className={styles.symbol}>
				w₂
			</text>
			{[...places].map(([key, units]) => {
				const first = units[0] ?? 0;
				const [w1 = 0, w2 = 0] = now[first] ?? [];
				const [tx, ty] = [x(w1), y(w2)];
				const length = Math.hypot(tx - x(0), ty - y(0));
				const tone = (out[first] ?? 0) < 0 ? 'negative' : 'positive';
				const trail = tips.map(
					(epoch) => `${x(epoch[first]?.[0] ?? 0).toFixed(1)},${y(epoch[first]?.[1] ?? 0).toFixed(1)}`,
				);
				const angle = Math.atan2(ty - y(0), tx - x(0));
				const barb = (turn: number) => `${tx - 10 * Math.cos(angle + turn)},${ty - 10 * Math.sin(angle + turn)}`;
				const many = units.length > 1;
				const name = many ? `${units.length} units, one arrow` : `${first + 1}`;
				const inward = tx > size * 0.6;
				return (
					<g key={key}>
						<polyline points={trail.join(' ')} className={styles.ghost} />
						{length > 2 && (
							<>
								<line
									x1={x(0)}
									y1={y(0)}
									x2={tx}
									y2={ty}
									className={styles.mark}
									data-tone={tone}
									strokeWidth={(many ? 5 : 2.5) + (active ? 1.5 : 0)}
								/>
								<polygon points={`${tx},${ty} ${barb(0.42)} ${barb(-0.42)}`} className={styles[tone]} />
							</>
						)}
						<circle cx={tx} cy={ty} r={many ? 6 : 4} className={styles[tone]} />
						<text
							x={tx + (inward ? -11 : 11)}
							y={ty + (ty < 24 ? 16 : -6)}
							textAnchor={inward ? 'end' : 'start'}
							className={`${styles.strong} ${styles.haloed}`}
						>
							{name}
						</text>
					</g>
				);
			})}
			<rect x={0.5} y={0.5} width={size - 1} height={size - 1} className={styles.axis} />
		</g>
	);
}
