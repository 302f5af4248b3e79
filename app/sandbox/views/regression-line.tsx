import pictures from '@/app/sandbox/pictures/picture.module.css';
import { linearScale, ticks } from '@/app/sandbox/pictures/scale';
import { fixedWords } from '@/lib/demos/number-words';

interface Props {
	points: readonly { x: number; y: number }[];
	/** What the net answers along `xs`. */
	xs: readonly number[];
	net: readonly number[];
	/** Slope and intercept of the classical line. */
	slope: number;
	intercept: number;
	width: number;
	height: number;
}

const LEFT = 34;

/** Points, the net's answer as a broad line, and the classical line dashed on top: where they agree the dashes lie within. */
export function RegressionLine({ points, xs, net, slope, intercept, width, height }: Props) {
	const x = linearScale([-1.2, 1.2], [LEFT, width - 8]);
	const y = linearScale([-1.6, 2], [height - 24, 8]);
	const path = xs.map((at, k) => `${k === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(net[k] ?? 0).toFixed(1)}`).join('');
	return (
		<g>
			{ticks([-1.6, 2], 4).map((value) => (
				<g key={value}>
					<line
						className={value === 0 ? pictures.axis : pictures.grid}
						x1={LEFT}
						x2={width - 8}
						y1={y(value)}
						y2={y(value)}
					/>
					<text x={LEFT - 6} y={y(value) + 4} textAnchor="end" className={pictures.muted} fontSize="11.5">
						{fixedWords(value, 0)}
					</text>
				</g>
			))}
			{ticks([-1.2, 1.2], 4).map((value) => (
				<text key={value} x={x(value)} y={height - 8} textAnchor="middle" className={pictures.muted} fontSize="11.5">
					{fixedWords(value, 1)}
				</text>
			))}
			{points.map((point) => (
				<circle key={`${point.x}`} cx={x(point.x)} cy={y(point.y)} r={3.5} className={pictures.node} />
			))}
			<path d={path} className={pictures.tangent} style={{ strokeWidth: 7, opacity: 0.45 }} strokeLinecap="round" />
			<line
				className={pictures.guide}
				x1={x(-1.2)}
				y1={y(intercept - 1.2 * slope)}
				x2={x(1.2)}
				y2={y(intercept + 1.2 * slope)}
				style={{ strokeDasharray: '7 5', strokeWidth: 2 }}
			/>
		</g>
	);
}
