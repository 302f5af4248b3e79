import { type AdamSettings, adamUpdate } from './adam';
import { type MomentumSettings, momentumUpdate, nesterovUpdate } from './momentum';
import { norm } from './norms';
import { type RmspropSettings, rmspropUpdate } from './rmsprop';
import { checkSchedule, type Schedule, scheduleFactor } from './schedule';
import { sgdUpdate } from './sgd';

/** What every optimiser may be told besides its own settings. */
export interface OptimiserBase {
	/** At least 0. */
	readonly learningRate: number;
	/** How the learning rate changes from step to step; it stays as it is when left out. */
	readonly schedule?: Schedule;
	/**
	 * At least 0, 0 when left out; acts on weights and biases alike. All but `adamw` add weightDecay * w to the gradient;
	 * `adamw` takes rate * weightDecay * w off the parameter beside its step (Loshchilov & Hutter 2019, algorithm 2).
	 */
	readonly weightDecay?: number;
	/** Above 0: a gradient whose norm, over all parameters, is greater is scaled down to it (Pascanu et al. 2013, algorithm 1). */
	readonly clipNorm?: number;
}

/** The settings of each kind of optimiser, beyond those that all share. */
interface SettingsByKind {
	readonly sgd: object;
	readonly momentum: MomentumSettings;
	readonly nesterov: MomentumSettings;
	readonly rmsprop: RmspropSettings;
	readonly adam: AdamSettings;
	readonly adamw: AdamSettings;
}

/** The kind of an optimiser. */
export type OptimiserKind = keyof SettingsByKind;

/** Which optimiser, with its settings. */
export type OptimiserSpec = {
	[K in OptimiserKind]: { readonly kind: K } & OptimiserBase & SettingsByKind[K];
}[OptimiserKind];

/** The optimisers at hand, by kind. */
export const OPTIMISER_KINDS = [
	'sgd',
	'momentum',
	'nesterov',
	'rmsprop',
	'adam',
	'adamw',
] as const satisfies readonly OptimiserKind[];

/** How an optimiser changes parameters: flat arrays of one length, `memory` its own numbers from step to step. */
export interface Optimiser<Settings> {
	/** How many numbers of memory it keeps for each parameter; all begin at 0. */
	readonly memoryPerParameter: number;
	/** Updates `parameters` (and `memory`) in place from the gradient; `rate` is the learning rate of this `step`, from 1. */
	update(
		settings: Settings,
		parameters: Float64Array,
		gradient: Float64Array,
		memory: Float64Array,
		rate: number,
		step: number,
	): void;
}

/** Every optimiser by its kind. */
export const optimisers: { readonly [K in OptimiserKind]: Optimiser<SettingsByKind[K]> } = {
	sgd: { memoryPerParameter: 0, update: sgdUpdate },
	momentum: { memoryPerParameter: 1, update: momentumUpdate },
	nesterov: { memoryPerParameter: 1, update: nesterovUpdate },
	rmsprop: { memoryPerParameter: 1, update: rmspropUpdate },
	adam: { memoryPerParameter: 2, update: adamUpdate },
	adamw: { memoryPerParameter: 2, update: adamUpdate },
};

/** Throws RangeError for settings out of their ranges. */
export function checkOptimiser(spec: OptimiserSpec): void {
	const { learningRate, schedule, weightDecay = 0, clipNorm = 1 } = spec;
	if (!(learningRate >= 0)) throw new RangeError(`learningRate must be at least 0, got ${learningRate}`);
	if (!(weightDecay >= 0)) throw new RangeError(`weightDecay must be at least 0, got ${weightDecay}`);
	if (!(clipNorm > 0)) throw new RangeError(`clipNorm must be above 0, got ${clipNorm}`);
	if (schedule !== undefined) checkSchedule(schedule);
	const settings: object & MomentumSettings & RmspropSettings & AdamSettings = { ...spec };
	for (const name of ['momentum', 'decay', 'beta1', 'beta2'] as const) {
		const value = settings[name] ?? 0;
		if (!(value >= 0 && value < 1)) throw new RangeError(`${name} must be in [0, 1), got ${value}`);
	}
	const { epsilon = 1 } = settings;
	if (!(epsilon > 0)) throw new RangeError(`epsilon must be above 0, got ${epsilon}`);
}

/**
 * Update number `step` (from 1), in place: the gradient clipped, decay added, the rate by its schedule, then the optimiser.
 * `gradient` stays as it was; `scratch`, as long, is room for what is made of it.
 */
export function updateParameters(
	spec: OptimiserSpec,
	parameters: Float64Array,
	gradient: Float64Array,
	memory: Float64Array,
	scratch: Float64Array,
	step: number,
): void {
	const { kind, weightDecay = 0, clipNorm, schedule } = spec;
	const rate = schedule === undefined ? spec.learningRate : spec.learningRate * scheduleFactor(schedule, step);
	let used = gradient;
	if (clipNorm !== undefined || (weightDecay > 0 && kind !== 'adamw')) {
		const scale = clipNorm === undefined ? 1 : Math.min(1, clipNorm / norm(gradient));
		const decay = kind === 'adamw' ? 0 : weightDecay;
		for (let k = 0; k < scratch.length; k++) {
			scratch[k] = scale * (gradient[k] as number) + decay * (parameters[k] as number);
		}
		used = scratch;
	}
	if (kind === 'adamw' && weightDecay > 0) {
		for (let k = 0; k < parameters.length; k++) {
			parameters[k] = (parameters[k] as number) * (1 - rate * weightDecay);
		}
	}
	const optimiser: Optimiser<object> = optimisers[kind];
	optimiser.update(spec, parameters, used, memory, rate, step);
}
