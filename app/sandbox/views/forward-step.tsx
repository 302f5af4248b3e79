import { MatrixPicture } from '@/app/sandbox/pictures/matrix-picture';
import styles from '@/app/sandbox/pictures/steps.module.css';
import type { ForwardFrame } from '@/lib/demos/forward-equations/model';
import type { ForwardStep as Step } from '@/lib/demos/forward-equations/steps';
import { fixedWords, superscript } from '@/lib/demos/number-words';

interface Props {
	frame: ForwardFrame;
	step: Step;
	/** Drawn in place of the number asked for, while it is not known. */
	asked: boolean;
	activation: string;
	active: string | null;
	onActive(symbol: string | null): void;
}

const column = (numbers: readonly number[]) => numbers.map((number) => [number]);

function sentenceOf({ line, l }: Step): string {
	if (line === 0) return 'The input is the activation of layer 0.';
	if (line === 1) return `Layer ${l}: every unit sums what it reads, weighted by its row of W, and adds its bias.`;
	if (line === 2) return `Layer ${l}: f turns each sum into an activation, entry by entry.`;
	return 'The loss compares the last activation with the target.';
}

/** The line of the forward equations at work, with its numbers in place of its symbols. */
export function ForwardStep({ frame, step, asked, activation, active, onActive }: Props) {
	const { line, l } = step;
	const up = superscript(l);
	const layer = frame.layers[l - 1];
	const hidden = frame.done <= frame.now;
	const matrix = (
		name: string,
		symbol: string,
		rows: readonly (readonly number[])[],
		{ fresh = false, decimals = 3 } = {},
	) => (
		<MatrixPicture
			name={name}
			symbol={symbol}
			rows={rows}
			active={active}
			onActive={onActive}
			fresh={fresh ? 'forward' : null}
			hidden={fresh && hidden}
			decimals={decimals}
			ringed={fresh && asked ? { i: 1, j: 1 } : null}
		/>
	);
	const read = l === 1 ? 'x' : `a${superscript(l - 1)}`;
	return (
		<div>
			<p className={styles.sentence}>{sentenceOf(step)}</p>
			<div className={styles.product}>
				{line === 0 && (
					<>
						{matrix('a⁰', 'a', column(frame.x), { fresh: true, decimals: 1 })}
						<b>=</b>
						{matrix('x', 'x', column(frame.x), { decimals: 1 })}
					</>
				)}
				{line === 1 && layer && (
					<>
						{matrix(`z${up}`, 'z', column(layer.z), { fresh: true })}
						<b>=</b>
						{matrix(`W${up}`, 'W', layer.W, { decimals: 1 })}
						{matrix(read, 'input', column(layer.input), { decimals: l === 1 ? 1 : 3 })}
						<b>+</b>
						{matrix(`b${up}`, 'b', column(layer.b), { decimals: 1 })}
					</>
				)}
				{line === 2 && layer && (
					<>
						{matrix(`a${up}`, 'a', column(layer.a), { fresh: true })}
						<b>=</b>
						<span className={styles.group}>
							{activation}
							<b className={styles.paren}>(</b>
							{matrix(`z${up}`, 'z', column(layer.z))}
							<b className={styles.paren}>)</b>
						</span>
					</>
				)}
				{line === 3 && layer && (
					<>
						{matrix('ℓ', 'loss', [[frame.loss]], { fresh: true })}
						<b>=</b>
						<span className={styles.group}>
							<b className={styles.paren}>(</b>
							{matrix(`a${up}`, 'a', column(layer.a))}
							<b>−</b>
							<span>y = {fixedWords(frame.target, 0)}</span>
							<b className={styles.paren}>)</b>
							<sup>2</sup>
						</span>
					</>
				)}
			</div>
		</div>
	);
}
