import { NetworkPicture } from '@/app/sandbox/pictures/network-picture';
import { type PerceptronWalk, PHASES, type Phase } from '@/lib/demos/multilayer-perceptron/walk';
import { fixedWords, numberWords } from '@/lib/demos/number-words';
import own from './multilayer-perceptron-view.module.css';

/** One batch of training as its phases go through the net: what flows forward, the loss, what flows back, the new weights. */
export function PerceptronStep({ walk, width }: { walk: PerceptronWalk; width: number }) {
	const { activations, weights, phase, epoch, batch, batches } = walk;
	const sizes = activations.map(({ length }) => length);
	const layers = sizes.length - 1;
	const back = phase === 'backward';
	return (
		<section aria-label="The batch" className={own.step}>
			<ol className={own.phases}>
				{PHASES.map((each) => (
					<li key={each} aria-current={each === phase ? 'step' : undefined}>
						{each}
					</li>
				))}
			</ol>
			<NetworkPicture
				sizes={sizes}
				weights={weights}
				width={width}
				height={Math.min(260, 60 + 26 * Math.max(...sizes.map((size) => Math.min(16, size))))}
				text={({ l, i }) => fixedWords(activations[l]?.[i - 1] ?? 0, 2)}
				tint={({ l, i }) => activations[l]?.[i - 1] ?? 0}
				flow={phase === 'forward' ? { direction: 'forward', l: layers } : back ? { direction: 'backward', l: 0 } : null}
				label={`Epoch ${epoch}, batch ${batch} of ${batches}, ${phase}. ${sentenceOf(walk)}`}
			/>
			<p className={own.sentence}>
				Epoch <b>{epoch}</b>, batch <b>{batch}</b> of {batches}. {sentenceOf(walk)}
			</p>
		</section>
	);
}

const SENTENCES: Record<Phase, (walk: PerceptronWalk) => string> = {
	forward: ({ examples }) =>
		`Its ${examples.length} examples, drawn large, go through the net; inside the units, the activations of the first.`,
	loss: ({ loss }) => `Their answers are compared with their classes: mean loss ${numberWords(loss)}.`,
	backward: ({ gradientNorms }) =>
		`The gradients flow back: ${gradientNorms
			.map((norm, k) => `‖∂ℓ/∂W${'¹²³'[k] ?? ''}‖ = ${numberWords(norm)}`)
			.toReversed()
			.join(', then ')}.`,
	update: ({ loss }) =>
		`Every weight has moved against its gradient; the boundary above is the new one (the loss was ${numberWords(loss)}).`,
};

function sentenceOf(walk: PerceptronWalk): string {
	return SENTENCES[walk.phase](walk);
}
