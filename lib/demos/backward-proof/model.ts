import { backwardExample, backwardNet } from '@/lib/demos/backward-equations/net';
import { placeOf } from '@/lib/demos/backward-equations/params';
import type { DemoModel } from '@/lib/demos/demo';
import { numberWords, powerWords } from '@/lib/demos/number-words';
import { allocatePass, forwardInto, outputOf } from '@/lib/engine/forward';
import { checkGradients } from '@/lib/engine/gradient-check';
import { losses, meanLoss } from '@/lib/engine/loss';
import { matrixOf } from '@/lib/engine/matrix';
import type { Network } from '@/lib/engine/network';
import type { BackwardProofParams } from './params';

/** One nudge: the derivative of the weight by it, and the relative error over all weights. */
export interface NudgeCheck {
	eps: number;
	secant: number;
	error: number;
}

/** The loss around one weight under a microscope as wide as the nudge, and the errors measured so far. */
export interface BackwardProofFrame {
	/** The nudge under the microscope. */
	now: NudgeCheck;
	/** The derivative by backprop: the slope of the tangent. */
	tangent: number;
	w: number;
	loss: number;
	/** The loss less that at w, at w + t eps for t evenly from -2 to 2. */
	curve: number[];
	/** From the greatest nudge to the least. */
	checks: NudgeCheck[];
}

export interface BackwardProofOutcome {
	/** The nudge of least error, and that error. */
	best: NudgeCheck;
	/** The errors at 1e-2, 1e-5 and 1e-11. */
	coarse: number;
	usual: number;
	fine: number;
}

/** A nudge in words: a power of ten, "3×10⁻⁶" between two. */
export function nudgeWords(eps: number): string {
	return eps === 1 ? '1' : powerWords(eps, 0).replace('1×', '');
}

const POINTS = 161;
/** Every half power of ten from 1 to 1e-14. */
const SWEEP = Array.from({ length: 29 }, (_, k) => (k % 2 === 0 ? Number(`1e-${k / 2}`) : Number(`3e-${(k + 1) / 2}`)));

function setUp(params: Omit<BackwardProofParams, 'eps'>) {
	const { x, y } = backwardExample(params.seed);
	const [input, target] = [matrixOf([x]), matrixOf([y])];
	const network = backwardNet(params);
	const { l, i, j } = placeOf(params.weight);
	const W = network.weights[l - 1];
	if (!W) throw new RangeError(`no layer ${l}`);
	const place = (i - 1) * W.columns + (j - 1);
	W.data[place] = (W.data[place] ?? 0) + params.shift;
	const w = W.data[place];
	const pass = allocatePass(network.shape, input);
	const lossAt = (value: number) => {
		W.data[place] = value;
		forwardInto(network, pass);
		W.data[place] = w;
		return meanLoss(losses['mean-squared-error'], pass.z.at(-1) ?? input, outputOf(pass), target);
	};
	const checkAt = (eps: number) => {
		const all = checkGradients(network as Network, input, target, 'mean-squared-error', eps);
		const one = all.perParameter.find((p) => p.kind === 'W' && p.l === l && p.i === i - 1 && p.j === j - 1);
		const check: NudgeCheck = { eps, secant: one?.difference ?? Number.NaN, error: all.relativeError };
		return { check, tangent: one?.backprop ?? Number.NaN };
	};
	return { w, lossAt, checkAt };
}

function frameAt({ w, lossAt, checkAt }: ReturnType<typeof setUp>, eps: number, checks: NudgeCheck[]) {
	const { check, tangent } = checkAt(eps);
	const loss = lossAt(w);
	const curve = Array.from({ length: POINTS }, (_, k) => lossAt(w + eps * ((4 * k) / (POINTS - 1) - 2)) - loss);
	return { now: check, tangent, w, loss, curve, checks };
}

/** The relative error of the whole gradient at one nudge. */
export function errorAt(params: Omit<BackwardProofParams, 'eps'>, eps: number): number {
	return setUp(params).checkAt(eps).check.error;
}

/** The demo `backward-proof`: backprop's derivative against nudges of all sizes. */
export const backwardProofModel: DemoModel<BackwardProofParams, BackwardProofFrame, BackwardProofOutcome> = {
	preview: (params) => frameAt(setUp(params), Number(params.eps), []),
	*run(params) {
		const set = setUp(params);
		const checks: NudgeCheck[] = [];
		for (const eps of SWEEP) {
			checks.push(set.checkAt(eps).check);
			yield frameAt(set, eps, [...checks]);
		}
		yield frameAt(set, Number(params.eps), checks);
		const best = checks.reduce((least, check) => (check.error < least.error ? check : least));
		const [coarse, usual, fine] = [1e-2, 1e-5, 1e-11].map((eps) => set.checkAt(eps).check.error);
		const outcome = { best, coarse: coarse ?? Number.NaN, usual: usual ?? Number.NaN, fine: fine ?? Number.NaN };
		return { outcome, why: whyOf(params, outcome) };
	},
	live(_params, { now, tangent, loss, w }) {
		return {
			symbols: {
				w: { value: numberWords(w) },
				eps: { value: nudgeWords(now.eps) },
				loss: { value: numberWords(loss) },
				tangent: { value: tangent.toPrecision(10).replace('-', '−') },
				secant: { value: now.secant.toPrecision(10).replace('-', '−') },
				error: { value: powerWords(now.error) },
			},
		};
	},
	table: (_params, { checks, tangent }) => ({
		caption: `The derivative by secant; by backprop it is ${tangent.toPrecision(12).replace('-', '−')}`,
		columns: ['ε', 'secant', 'relative error, all weights'],
		rows: checks.map(({ eps, secant, error }) => [
			nudgeWords(eps),
			secant.toPrecision(12).replace('-', '−'),
			powerWords(error),
		]),
	}),
};

function whyOf({ activation }: BackwardProofParams, { best, coarse, usual, fine }: BackwardProofOutcome): string {
	const rounding = `Below that, rounding: at 10⁻¹¹ the two losses agree in all but their last digits, and what is left of their difference is off by ${powerWords(fine)}.`;
	if (activation === 'identity')
		return `With identity units the loss is a parabola in each weight and a secant around w has the slope of the tangent at any ε: there is no bend to measure, and the error is rounding alone. ${rounding}`;
	return (
		`Backprop and secant agree best at ε = ${nudgeWords(best.eps)}, to ${powerWords(best.error)}. Above that the bend of the loss shows, and it falls with ε²: ` +
		`${powerWords(coarse)} at 10⁻², ${powerWords(usual)} at 10⁻⁵. ${rounding}`
	);
}
