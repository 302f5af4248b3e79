import styles from './steps.module.css';

/** A step of a pass, as it is named on its button. */
export interface StepName {
	id: string;
	/** In small before the name: "(1)". */
	note?: string;
	name: string;
	/** Said to those who cannot see where it stands: "layer 2". */
	words: string;
}

interface Props {
	label: string;
	direction: 'forward' | 'backward';
	steps: readonly StepName[];
	/** How many have been taken. */
	done: number;
	/** The one looked at, from 0. */
	now: number;
	onShow: ((index: number) => void) | undefined;
}

/** The steps of a pass as buttons, each of which goes to its step once the run is there. */
export function StepList({ label, direction, steps, done, now, onShow }: Props) {
	return (
		<ol className={styles.steps} aria-label={label} data-direction={direction}>
			{steps.map(({ id, note, name, words }, index) => (
				<li key={id}>
					<button
						type="button"
						data-done={index < done || undefined}
						aria-current={index === now ? 'step' : undefined}
						disabled={!onShow}
						onClick={() => onShow?.(index)}
					>
						{note && <small>{note}</small>} {name}
						<span className="unseen">
							{' '}
							step {index + 1}, {words}
							{index < done ? ', done' : ''}
						</span>
					</button>
				</li>
			))}
		</ol>
	);
}
