import { MatrixPicture } from '@/app/sandbox/pictures/matrix-picture';
import styles from '@/app/sandbox/pictures/steps.module.css';
import type { BackwardFrame, BackwardLayer, BackwardStep as Step } from '@/lib/demos/backward-equations/model';
import { superscript } from '@/lib/demos/number-words';

interface Props {
	frame: BackwardFrame;
	/** Null before the first. */
	step: Step | null;
	asked: { l: number; i: number; j: number };
	active: string | null;
	onActive(symbol: string | null): void;
}

const column = (numbers: readonly number[]) => numbers.map((number) => [number]);
const diagonal = (numbers: readonly number[]) =>
	numbers.map((number, i) => numbers.map((_, j) => (i === j ? number : 0)));

const SENTENCES: Record<Step['equation'], (l: number) => string> = {
	1: (l) => `(1) What each weight of layer ${l} gets: the gradient at its unit times what it read.`,
	2: (l) => `(2) What each bias of layer ${l} gets: the gradient at its unit, as it is.`,
	3: (l) => `(3) At the output, layer ${l}: the slope of the loss times the slope of f.`,
	4: (l) => `(4) One layer back, to layer ${l}: through the weights of layer ${l + 1}, then the slopes of f.`,
};

/** The equation at work with its numbers in place of its symbols. */
export function BackwardStep({ frame, step, asked, active, onActive }: Props) {
	const matrix = (name: string, symbol: string, rows: readonly (readonly number[])[], fresh = false, ringLayer = 0) => (
		<MatrixPicture
			name={name}
			symbol={symbol}
			rows={rows}
			active={active}
			onActive={onActive}
			fresh={fresh ? 'backward' : null}
			ringed={ringLayer === asked.l ? asked : null}
		/>
	);
	if (!step) {
		return (
			<div>
				<p className={styles.sentence}>
					The forward pass is done: every activation is in its circle, and these are the weights.
				</p>
				<div className={styles.product}>
					{frame.layers.map((layer) => (
						<span key={layer.l}>{matrix(`W${superscript(layer.l)}`, 'W', layer.W, false, layer.l)}</span>
					))}
				</div>
			</div>
		);
	}
	const { l } = step;
	const layer = frame.layers[l - 1] as BackwardLayer;
	const next = frame.layers[l];
	const up = superscript(l);
	const dz = `∂ℓ/∂z${up}`;
	return (
		<div>
			<p className={styles.sentence}>{SENTENCES[step.equation](l)}</p>
			<div className={styles.product}>
				{step.equation === 1 && (
					<>
						{matrix(`∂ℓ/∂W${up}`, 'dW', layer.dW, true, l)}
						<b>=</b>
						<span className={styles.group}>
							<b className={styles.paren}>(</b>
							{matrix(l === 1 ? 'x' : `a${superscript(l - 1)}`, 'a', column(layer.input))}
							{matrix(dz, 'dz', [layer.dz])}
							<b className={styles.paren}>)</b>
							<sup>⊤</sup>
						</span>
					</>
				)}
				{step.equation === 2 && (
					<>
						{matrix(`∂ℓ/∂b${up}`, 'db', [layer.db], true)}
						<b>=</b>
						{matrix(dz, 'dz', [layer.dz])}
					</>
				)}
				{step.equation === 3 && (
					<>
						{matrix(dz, 'dz', [layer.dz], true)}
						<b>=</b>
						{matrix(`∂ℓ/∂a${up}`, 'da', [layer.da])}
						{matrix(`∂a${up}/∂z${up}`, 'slope', diagonal(layer.slope))}
					</>
				)}
				{step.equation === 4 && next && (
					<>
						{matrix(dz, 'dz', [layer.dz], true)}
						<b>=</b>
						{matrix(`∂ℓ/∂z${superscript(l + 1)}`, 'dznext', [next.dz])}
						{matrix(`W${superscript(l + 1)}`, 'W', next.W, false, l + 1)}
						{matrix(`∂a${up}/∂z${up}`, 'slope', diagonal(layer.slope))}
					</>
				)}
			</div>
		</div>
	);
}
