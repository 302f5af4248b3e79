import { backward, lossOfPass } from './backward';
import { allocatePass, forwardInto } from './forward';
import type { LossName } from './loss';
import type { Matrix } from './matrix';
import { copyNetwork, type Network } from './network';
import type { RandomStream } from './random-stream';
import { stagesOf } from './stage';

/** One parameter's derivative by backprop and by finite difference. */
export interface ParameterCheck {
	/** l, from 1 to L. */
	readonly l: number;
	readonly kind: 'W' | 'b';
	/** Unit i and input j of w_ij (j is 0 for a bias), counted from 0. */
	readonly i: number;
	readonly j: number;
	readonly backprop: number;
	readonly difference: number;
	/** |backprop - difference| / max(|backprop|, |difference|, floor). */
	readonly relativeError: number;
}

/** The outcome of a gradient check. */
export interface GradientCheck {
	/** The greatest relative error of one parameter; NaN when any is. */
	readonly maxRelativeError: number;
	/** ||backprop - difference|| / (||backprop|| + ||difference||), all parameters taken as one vector. */
	readonly relativeError: number;
	readonly perParameter: readonly ParameterCheck[];
}

/**
 * Compares every dl/dW and dl/db of the batch's loss with the central difference (l(w + eps) - l(w - eps)) / (2 eps).
 * `floor` keeps the relative error of a vanishing derivative from measuring mere rounding. The network is left as it was.
 * Dropout's masks are drawn once, from the stream if one is given, and stay frozen. Throws RangeError unless eps > 0, and when sizes do not fit.
 */
export function checkGradients(
	network: Network,
	x: Matrix,
	y: Matrix,
	loss: LossName,
	eps = 1e-5,
	floor = 1e-3,
	dropout: 'off' | RandomStream = 'off',
): GradientCheck {
	if (!(eps > 0)) throw new RangeError(`eps must be above 0, got ${eps}`);
	const probe = copyNetwork(network);
	const pass = allocatePass(probe.shape, x);
	forwardInto(probe, pass, dropout);
	const backprop = backward(probe, pass, loss, y).parameters;
	const lossNow = () => {
		forwardInto(probe, pass, 'frozen');
		return lossOfPass(pass, loss, y);
	};
	const perParameter = placesOf(network).map((place, k): ParameterCheck => {
		const kept = probe.parameters[k] as number;
		probe.parameters[k] = kept + eps;
		const above = lossNow();
		probe.parameters[k] = kept - eps;
		const below = lossNow();
		probe.parameters[k] = kept;
		const difference = (above - below) / (2 * eps);
		const exact = backprop[k] as number;
		const scale = Math.max(Math.abs(exact), Math.abs(difference), floor);
		return { ...place, backprop: exact, difference, relativeError: Math.abs(exact - difference) / scale };
	});
	return summarise(perParameter);
}

function summarise(perParameter: ParameterCheck[]): GradientCheck {
	const gap = Math.hypot(...perParameter.map((p) => p.backprop - p.difference));
	const size =
		Math.hypot(...perParameter.map((p) => p.backprop)) + Math.hypot(...perParameter.map((p) => p.difference));
	return {
		maxRelativeError: Math.max(...perParameter.map((p) => p.relativeError)),
		relativeError: size === 0 ? 0 : gap / size,
		perParameter,
	};
}

/** Which weight or bias each entry of a network's parameters is, in their order. */
function placesOf({ shape }: Network): Pick<ParameterCheck, 'l' | 'kind' | 'i' | 'j'>[] {
	return stagesOf(shape).dense.flatMap(({ l, units, fanIn }) => {
		const weights = Array.from({ length: units * fanIn }, (_, k) => ({
			l,
			kind: 'W' as const,
			i: Math.floor(k / fanIn),
			j: k % fanIn,
		}));
		const biases = Array.from({ length: units }, (_, i) => ({ l, kind: 'b' as const, i, j: 0 }));
		return [...weights, ...biases];
	});
}
