import type { DemoModel } from '@/lib/demos/demo';
import { fixedWords, numberWords } from '@/lib/demos/number-words';
import { growthPower, type NetSize, type PassCost, passCost } from './cost';
import type { ComplexityParams } from './params';

/** One size of the sweep with its cost. */
export interface CostPoint extends PassCost {
	/** M, L or B, whichever grows. */
	x: number;
}

/** The sweep so far. */
export interface ComplexityFrame {
	points: CostPoint[];
}

/** How the costs grow. */
export interface ComplexityOutcome {
	forward: number;
	backward: number;
	/** All numbers kept in memory, over the last doubling. */
	memory: number;
	/** What the last doubling multiplied both passes together by. */
	factor: number;
	last: CostPoint;
}

const SIZES = {
	width: [4, 8, 16, 32, 64, 128, 256],
	depth: [1, 2, 4, 8, 16, 32],
	batch: [1, 2, 4, 8, 16, 32, 64, 128, 256],
};

/** The sizes a sweep goes through, doubling. */
export function sweepSizes({ sweep, width, depth, batch }: ComplexityParams): (NetSize & { x: number })[] {
	return SIZES[sweep].map((x) => ({ width, depth, batch, [sweep]: x, x }));
}

/** How the costs of a finished sweep grow. */
export function growthOf(points: readonly CostPoint[]): ComplexityOutcome {
	const [last, before] = [points.at(-1) as CostPoint, points.at(-2) as CostPoint];
	const power = (of: (point: CostPoint) => number) =>
		growthPower(points.map((point) => ({ x: point.x, y: of(point) })));
	const all = (point: CostPoint) => point.forward + point.backward;
	return {
		forward: power((point) => point.forward),
		backward: power((point) => point.backward),
		memory: Math.log2((last.weights + last.kept) / (before.weights + before.kept)),
		factor: all(last) / all(before),
		last,
	};
}

/** The demo `backprop-complexity`: one size doubles again and again, and every product of both passes is counted. */
export const complexityModel: DemoModel<ComplexityParams, ComplexityFrame, ComplexityOutcome> = {
	preview: () => ({ points: [] }),
	*run(params) {
		const points: CostPoint[] = [];
		for (const size of sweepSizes(params)) {
			points.push({ x: size.x, ...passCost(size) });
			yield { points: [...points] };
		}
		const outcome = growthOf(points);
		return { outcome, why: whyOf(params, outcome) };
	},
	live({ sweep, ...sizes }, { points }) {
		const now = points.at(-1);
		const size = (key: 'width' | 'depth' | 'batch') => String(sweep === key ? (now?.x ?? 'grows') : sizes[key]);
		return {
			symbols: {
				M: { value: size('width') },
				L: { value: size('depth') },
				B: { value: size('batch') },
				...(now
					? {
							forward: { value: numberWords(now.forward) },
							backward: { value: numberWords(now.backward) },
							space: { value: numberWords(now.weights + now.kept) },
						}
					: {}),
			},
		};
	},
	table: ({ sweep }, { points }) => ({
		caption: `Multiply-adds of one pass, and numbers in memory, as the ${sweep} grows`,
		columns: [sweep, 'forward', 'backward', 'weights and gradients', 'kept activations'],
		rows: points.map(({ x, forward, backward, weights, kept }) => [
			String(x),
			...[forward, backward, weights, kept].map(String),
		]),
	}),
};

const REASONS = {
	width: 'every layer’s matrix has M rows and M columns',
	depth: 'each further layer has as many products as the others',
	batch: 'each further example takes as many multiply-adds as the others',
};

function whyOf({ sweep }: ComplexityParams, { forward, backward, memory, factor, last }: ComplexityOutcome): string {
	return (
		`The last doubling multiplied the work by ${numberWords(factor)}, since ${REASONS[sweep]}: on log-log axes the forward pass rises with slope ` +
		`${fixedWords(forward, 2)}, the backward with ${fixedWords(backward, 2)}, and it costs ${fixedWords(last.backward / last.forward, 2)} times the forward. ` +
		`Memory grew by 2 to the power ${fixedWords(memory, 2)}: weights and kept activations add up, they do not multiply.`
	);
}
