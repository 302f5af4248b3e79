import styles from '@/app/sandbox/pictures/picture.module.css';
import { HEIGHT, once, WIDTH } from './drawing';
import { smallNet } from './examples';
import { Cells, Net } from './parts';

const net = once(() => {
	const network = smallNet({ hidden: [4, 3], activation: 'tanh', initialiser: { kind: 'xavier' }, seed: 4 });
	return network.weights.map((W) =>
		Array.from({ length: W.rows }, (_, i) => Array.from(W.data.subarray(i * W.columns, (i + 1) * W.columns))),
	);
});

const SIZES = [2, 4, 3, 1];

/** One unit and what comes into it. */
export const UnitActivation = () => <Net sizes={SIZES} weights={net()} selected={{ l: 2, i: 2 }} />;

/** The gradient on its way back. */
export const BackwardEquations = () => <Net sizes={SIZES} weights={net()} flow={{ direction: 'backward', l: 1 }} />;

/** Half of the hidden units out. */
export const Dropout = () => (
	<Net sizes={[2, 6, 6, 1]} weights={null} off={({ l, i }) => (l === 1 && i % 2 === 0) || (l === 2 && i % 3 !== 1)} />
);

/** Forward above, back below. */
export const ForwardBackwardPasses = () => (
	<g>
		<g transform={`translate(${WIDTH * 0.1} ${HEIGHT * 0.14}) scale(.8 .72)`}>
			<Net sizes={SIZES} weights={net()} />
		</g>
		<path d={`M24 10H${WIDTH - 30}`} className={styles.forward} strokeWidth={2.5} />
		<path d={`M${WIDTH - 24} 10l-9 -5v10z`} fill="var(--forward)" />
		<path d={`M${WIDTH - 24} ${HEIGHT - 10}H32`} className={styles.backward} strokeWidth={2.5} />
		<path d={`M24 ${HEIGHT - 10}l9 -5v10z`} fill="var(--backward)" />
	</g>
);

/** W a + b, cell by cell. */
export const ForwardEquations = () => {
	const [W1, W2] = net();
	return (
		<g>
			<Cells rows={W2 ?? []} x={18} y={32} cell={17} />
			<Cells rows={(W1 ?? []).map(([first]) => [first ?? 0])} x={98} y={23} cell={17} />
			<text x={126} y={62} className={styles.text} fontSize={18}>
				=
			</text>
			<Cells rows={[[0.6], [-0.9], [0.3]]} x={150} y={32} cell={17} />
		</g>
	);
};

/** One row of the matrix and the one number it makes. */
export const UnitEquations = () => {
	const [W1, W2] = net();
	return (
		<g>
			<Cells rows={W2 ?? []} x={18} y={32} cell={17} marked={1} />
			<Cells rows={(W1 ?? []).map(([first]) => [first ?? 0])} x={98} y={23} cell={17} />
			<text x={126} y={62} className={styles.text} fontSize={18}>
				=
			</text>
			<Cells rows={[[0.6], [-0.9], [0.3]]} x={150} y={32} cell={17} marked={1} />
		</g>
	);
};

/** A layer with a way round it. */
export const ResidualLayer = () => (
	<g>
		<path d={`M12 70H${WIDTH - 12}`} className={styles.forward} strokeWidth={2} />
		<path d={`M34 70C34 8 ${WIDTH - 34} 8 ${WIDTH - 34} 70`} fill="none" stroke="var(--accent)" strokeWidth={3} />
		<rect x={70} y={48} width={60} height={44} rx={5} fill="var(--raised)" stroke="var(--forward)" strokeWidth={1.5} />
		<text x={100} y={76} textAnchor="middle" className={styles.symbol} fontSize={20}>
			F
		</text>
		<circle cx={WIDTH - 34} cy={70} r={9} fill="var(--raised)" stroke="var(--accent)" strokeWidth={2} />
		<path d={`M${WIDTH - 39} 70h10m-5 -5v10`} stroke="var(--accent)" strokeWidth={2} />
	</g>
);

/** Units that move as one, and units that part. */
export const RandomInitialisation = () => (
	<g strokeWidth={2.5} fill="none">
		<line x1={52} y1={92} x2={78} y2={30} stroke="var(--negative)" strokeWidth={5} />
		<circle cx={78} cy={30} r={5} fill="var(--negative)" />
		{[0.3, 1.2, 2, 3.4, 4.4, 5.5].map((angle, k) => {
			const [x, y] = [148 + (26 + 4 * k) * Math.cos(angle), 56 + (26 + 4 * k) * 0.8 * Math.sin(angle)];
			return (
				<g key={angle}>
					<line x1={148} y1={56} x2={x} y2={y} stroke="var(--positive)" />
					<circle cx={x} cy={y} r={4} fill="var(--positive)" />
				</g>
			);
		})}
		<line x1={100} x2={100} y1={14} y2={HEIGHT - 14} stroke="var(--rule)" strokeWidth={1} />
	</g>
);
