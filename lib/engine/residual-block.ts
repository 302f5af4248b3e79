import type { Matrix } from './matrix';

/** Forward through the end of a residual block: a_(l+1) = a_l + gain * F(a_l) (He et al. 2016, eq. 1); all [batch, n]. */
export function joinForward(gain: number, skip: Matrix, branch: Matrix, to: Matrix): void {
	for (let k = 0; k < to.data.length; k++) {
		to.data[k] = (skip.data[k] as number) + gain * (branch.data[k] as number);
	}
}

/** Backward through its end into the branch: dl/dF = gain * dl/da_(l+1). */
export function joinBackward(gain: number, dTo: Matrix, dBranch: Matrix): void {
	for (let k = 0; k < dTo.data.length; k++) dBranch.data[k] = gain * (dTo.data[k] as number);
}

/**
 * Backward through its beginning: dl/da_l = dl/da_(l+1) (I + gain dF/da_l). `dFrom` holds what came back through the branch;
 * the identity adds dl/da_(l+1) to it.
 */
export function forkBackward(dJoined: Matrix, dFrom: Matrix): void {
	for (let k = 0; k < dFrom.data.length; k++) {
		dFrom.data[k] = (dFrom.data[k] as number) + (dJoined.data[k] as number);
	}
}
