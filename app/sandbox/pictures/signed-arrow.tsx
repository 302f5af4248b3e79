import styles from './picture.module.css';

interface Props {
	/** Where the arrow begins and ends, in pixels. */
	from: number;
	to: number;
	/** The middle of the bar. */
	y: number;
	height: number;
	marked: boolean;
}

/** A bar with a head: right and orange when it adds, left and blue when it takes away. */
export function SignedArrow({ from, to, y, height, marked }: Props) {
	const length = Math.abs(to - from);
	if (length < 0.5)
		return <line className={styles.axis} x1={from} x2={from} y1={y - height / 2} y2={y + height / 2} strokeWidth={2} />;
	const side = Math.sign(to - from);
	const head = Math.min(height * 0.55, length);
	const neck = to - side * head;
	const half = height / 2;
	const path = `M${from} ${y - half}H${neck}L${to} ${y}L${neck} ${y + half}H${from}Z`;
	return <path d={path} className={`${side > 0 ? styles.positive : styles.negative} ${marked ? styles.active : ''}`} />;
}
