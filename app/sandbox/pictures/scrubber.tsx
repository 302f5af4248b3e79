'use client';

import styles from './scrubber.module.css';

interface Props {
	/** What is gone back and forth through: "Epoch shown". */
	label: string;
	/** The frame on screen, of `count`. */
	index: number;
	count: number;
	/** That frame in words. */
	words: string;
	/** Absent while there is nothing to move to. */
	onShow: ((index: number) => void) | undefined;
}

/** A slider through the frames of a run. */
export function Scrubber({ label, index, count, words, onShow }: Props) {
	return (
		<label className={styles.scrubber}>
			<span>{label}</span>
			<input
				type="range"
				min={0}
				max={count - 1}
				step={1}
				value={index}
				aria-valuetext={words}
				disabled={!onShow}
				onChange={(event) => onShow?.(event.target.valueAsNumber)}
			/>
			<output>{words}</output>
		</label>
	);
}
