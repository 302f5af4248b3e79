import { HistogramBars } from '@/app/sandbox/pictures/histogram-bars';
import styles from '@/app/sandbox/pictures/picture.module.css';
import { linearScale } from '@/app/sandbox/pictures/scale';
import { histogramOf } from '@/lib/demos/histogram';
import { activations } from '@/lib/engine/activation';
import type { Initialiser } from '@/lib/engine/initialise';
import { openStream } from '@/lib/engine/random-stream';
import { HEIGHT, once, WIDTH } from './drawing';
import { gradientNorms, smallData, smallNet } from './examples';
import { Lines } from './parts';
import { RECORDED_EPOCHS, recordedRuns } from './recorded-runs';

const { f, slope } = { f: activations.tanh.f, slope: (z: number) => 1 - Math.tanh(z) ** 2 };
const range = (count: number, low: number, high: number) =>
	Array.from({ length: count }, (_, k) => low + ((high - low) * k) / (count - 1));

/** A point on the curve with its tangent. */
export const Neuron = () => {
	const x = linearScale([-4, 4], [10, WIDTH - 10]);
	const y = linearScale([-0.1, 1.1], [HEIGHT - 8, 8]);
	const a = activations.sigmoid.f(0.9);
	const rise = a * (1 - a);
	const zs = range(61, -4, 4);
	return (
		<g>
			<path d={`M10 ${y(0)}H${WIDTH - 10}M${x(0)} 6V${HEIGHT - 6}`} className={styles.axis} />
			<path
				d={zs
					.map((z, k) => `${k === 0 ? 'M' : 'L'}${x(z).toFixed(1)} ${y(activations.sigmoid.f(z)).toFixed(1)}`)
					.join('')}
				className={styles.curve}
			/>
			<path d={`M${x(0.9)} ${y(0)}V${y(a)}H${x(0)}`} className={styles.guide} />
			<path d={`M${x(-0.9)} ${y(a - 1.8 * rise)}L${x(2.3)} ${y(a + 1.4 * rise)}`} className={styles.tangent} />
			<circle cx={x(0.9)} cy={y(a)} r={5} className={styles.dot} />
		</g>
	);
};

const spread = once(() => {
	const stream = openStream(1, 'weights');
	return Array.from({ length: 1500 }, () => stream.normal());
});

const flat = [
	{ from: -99, to: -2.18 },
	{ from: 2.18, to: 99 },
];

/** z spread over the flat ends of tanh. */
export const Saturation = () => (
	<HistogramBars
		histogram={histogramOf(
			spread().map((z) => 2.6 * z),
			-4,
			4,
			32,
		)}
		zones={flat}
		curve={{ f, low: -1.1, high: 1.1, label: '' }}
		x={8}
		y={6}
		width={WIDTH - 16}
		height={HEIGHT - 12}
		small
	/>
);

/** The spread of z with weights of size 1, and of size one over the root of D. */
export const InitialisationVariance = () => (
	<g>
		{[4, 1].map((sd, k) => (
			<HistogramBars
				key={sd}
				histogram={histogramOf(
					spread().map((z) => sd * z),
					-8,
					8,
					33,
				)}
				zones={flat}
				x={8 + k * 96}
				y={10}
				width={88}
				height={HEIGHT - 20}
				small
			/>
		))}
	</g>
);

const signals = once(() => {
	const network = smallNet({
		hidden: new Array(9).fill(16),
		activation: 'sigmoid',
		initialiser: { kind: 'inverse-sqrt' },
		seed: 1,
	});
	return gradientNorms(network, smallData('circle', 1, { size: 60 }));
});

/** Ten layers of gradient on a log axis. */
export const VanishingExplodingGradients = () => {
	const last = signals().at(-1) ?? 1;
	const y = linearScale([-7, 0], [HEIGHT - 10, 14]);
	const band = (WIDTH - 24) / signals().length;
	return (
		<g>
			<line x1={10} x2={WIDTH - 10} y1={y(0)} y2={y(0)} className={styles.axis} />
			{signals().map((norm, k) => (
				<rect
					key={norm}
					x={12 + k * band + 2}
					width={band - 4}
					y={y(0)}
					height={Math.max(2, y(Math.log10(norm / last)) - y(0))}
					className={styles.negative}
				/>
			))}
		</g>
	);
};

const signalBySd = once(() => {
	const data = smallData('circle', 1, { size: 40 });
	const sds = range(17, -2, 1.2).map((power) => 10 ** power);
	const norms = sds.map((gain) => {
		const initialiser: Initialiser = { kind: 'inverse-sqrt', gain };
		const network = smallNet({ hidden: new Array(5).fill(12), activation: 'tanh', initialiser, seed: 2 });
		return Math.max(1e-9, gradientNorms(network, data)[0] ?? 0);
	});
	return { sds, norms };
});

/** The gradient at layer 1 by the size of the weights. */
export const InitialisationGradientSignal = () => {
	const { sds, norms } = signalBySd();
	return (
		<Lines
			lines={[{ xs: sds, ys: norms, colour: 'var(--ink)' }]}
			x={{ scale: 'log', low: 0.01, high: 16 }}
			y={{ scale: 'log', low: 1e-7, high: Math.max(...norms) * 2 }}
			mark={sds[norms.indexOf(Math.max(...norms))] ?? 1}
		/>
	);
};

const errors = once(() => {
	const eps = range(40, -12, -1).map((power) => 10 ** power);
	const at = 0.7;
	return {
		eps,
		errors: eps.map((h) => Math.max(1e-14, Math.abs((f(at + h) - f(at - h)) / (2 * h) / slope(at) - 1))),
	};
});

/** The error of a secant by its width. */
export const BackwardProof = () => (
	<Lines
		lines={[{ xs: errors().eps, ys: errors().errors, colour: 'var(--ink)' }]}
		x={{ scale: 'log', low: 1e-12, high: 0.1 }}
		y={{ scale: 'log', low: 1e-13, high: 1e-1 }}
	/>
);

/** The losses of the same net with ReLU and with sigmoid. */
export const ReluVsSigmoid = () => (
	<Lines
		lines={recordedRuns.race.map((ys, k) => ({
			xs: RECORDED_EPOCHS.race,
			ys,
			colour: k === 0 ? 'var(--ink)' : 'var(--negative)',
			...(k === 0 ? {} : { dash: '6 3' }),
		}))}
		x={{ scale: 'linear', low: 0, high: 60 }}
		y={{ scale: 'linear', low: 0, high: 0.8 }}
	/>
);

/** Training loss on its way down, validation loss on its way up again. */
export const EarlyStopping = () => {
	const epochs = RECORDED_EPOCHS.stopping;
	const [train = [], validation = []] = recordedRuns.stopping;
	return (
		<Lines
			lines={[
				{ xs: epochs, ys: train, colour: 'var(--ink)' },
				{ xs: epochs, ys: validation, colour: 'var(--positive)', dash: '6 3' },
			]}
			x={{ scale: 'log', low: 1, high: 200 }}
			y={{ scale: 'linear', low: 0.1, high: 1 }}
			mark={epochs[validation.indexOf(Math.min(...validation))] ?? 1}
		/>
	);
};

/** The training losses of 2, 8 and 20 layers. */
export const DepthDegradation = () => (
	<Lines
		lines={recordedRuns.depth.map((ys, k) => ({
			xs: RECORDED_EPOCHS.depth,
			ys,
			colour: ['var(--muted)', 'var(--ink)', 'var(--positive)'][k] ?? 'var(--ink)',
			...(k === 2 ? { dash: '6 3' } : {}),
		}))}
		x={{ scale: 'linear', low: 0, high: 60 }}
		y={{ scale: 'linear', low: 0, high: 0.9 }}
	/>
);

/** Multiply-adds by width, depth and batch on log axes: slopes 2, 1 and 1. */
export const BackpropComplexity = () => {
	const ms = [4, 128];
	return (
		<Lines
			lines={[
				{ xs: ms, ys: ms.map((m) => m ** 2), colour: 'var(--positive)' },
				{ xs: ms, ys: ms.map((m) => m * 12), colour: 'var(--ink)' },
				{ xs: ms, ys: ms.map((m) => m * 5), colour: 'var(--negative)', dash: '6 3' },
			]}
			x={{ scale: 'log', low: 3, high: 160 }}
			y={{ scale: 'log', low: 10, high: 20_000 }}
		/>
	);
};

/** Three tanh, one within the next. */
export const ForwardThreeLayer = () => {
	const xs = range(61, -3, 3);
	const nested = [1, 2, 3].map((times) =>
		xs.map((x) => {
			let a = x;
			for (let k = 0; k < times; k++) a = f(1.9 * a);
			return a;
		}),
	);
	return (
		<Lines
			lines={nested.map((ys, k) => ({
				xs,
				ys,
				colour: ['var(--muted)', 'var(--ink)', 'var(--accent)'][k] ?? 'var(--ink)',
			}))}
			x={{ scale: 'linear', low: -3, high: 3 }}
			y={{ scale: 'linear', low: -1.2, high: 1.2 }}
		/>
	);
};
