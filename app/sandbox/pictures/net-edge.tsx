import { fixedWords } from '@/lib/demos/number-words';
import styles from './picture.module.css';

interface Props {
	from: readonly [x: number, y: number];
	to: readonly [x: number, y: number];
	weight: number;
	/** The weight's size against the greatest of the net, 0 to 1. */
	share: number;
	/** The backward pass has come through: drawn dashed, as all that flows back. */
	done: boolean;
	/** The weight that the prediction is about. */
	asked: boolean;
	/** There is room for its value on it. */
	labelled: boolean;
}

/** One weight of a net: colour by sign, width by size. */
export function NetEdge({ from, to, weight, share, done, asked, labelled }: Props) {
	const line = { x1: from[0], y1: from[1], x2: to[0], y2: to[1] };
	return (
		<g>
			{asked && <line {...line} stroke="var(--accent)" strokeWidth={9} opacity={0.35} strokeLinecap="round" />}
			<line
				{...line}
				stroke={weight < 0 ? 'var(--negative)' : 'var(--positive)'}
				strokeWidth={0.75 + 3.5 * share}
				opacity={done || asked ? 1 : 0.5}
				strokeDasharray={done ? '6 4' : undefined}
			/>
			{asked && labelled && (
				<text
					x={(from[0] + to[0]) / 2}
					y={(from[1] + to[1]) / 2 - 8}
					textAnchor="middle"
					className={`${styles.guessText} ${styles.haloed}`}
					fontSize={12}
				>
					w = {fixedWords(weight, 2)}
				</text>
			)}
		</g>
	);
}
