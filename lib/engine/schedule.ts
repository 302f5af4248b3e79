import { cosine } from './circular';
import { power } from './power';

/**
 * How the learning rate changes from step to step, as a factor of it; steps are updates, counted from 1.
 * `step`: times `factor` after every `every` steps. `cosine`: from 1 down to `least` (0 when left out) along half a cosine over
 * `steps` steps (Loshchilov & Hutter 2017, eq. 5, without restarts), then `least`. `warm-up`: up in a straight line over `steps`
 * steps, then as `next` says, whose steps count from there.
 */
export type Schedule =
	| { readonly kind: 'constant' }
	| { readonly kind: 'step'; readonly every: number; readonly factor: number }
	| { readonly kind: 'cosine'; readonly steps: number; readonly least?: number }
	| { readonly kind: 'warm-up'; readonly steps: number; readonly next?: Schedule };

/** The factor of the learning rate at update `step` (from 1). */
export function scheduleFactor(schedule: Schedule, step: number): number {
	switch (schedule.kind) {
		case 'constant':
			return 1;
		case 'step':
			return power(schedule.factor, Math.floor((step - 1) / schedule.every));
		case 'cosine': {
			const least = schedule.least ?? 0;
			const along = Math.min(1, (step - 1) / schedule.steps);
			return along === 1 ? least : least + (1 - least) * 0.5 * (1 + cosine(Math.PI * along));
		}
		case 'warm-up':
			if (step <= schedule.steps) return step / schedule.steps;
			return schedule.next === undefined ? 1 : scheduleFactor(schedule.next, step - schedule.steps);
	}
}

/** Throws RangeError for a schedule whose counts or factors make no sense. */
export function checkSchedule(schedule: Schedule): void {
	const positive = (name: string, value: number) => {
		if (!(Number.isInteger(value) && value >= 1))
			throw new RangeError(`${name} must be a positive integer, got ${value}`);
	};
	const share = (name: string, value: number) => {
		if (!(value >= 0 && value <= 1)) throw new RangeError(`${name} must be in [0, 1], got ${value}`);
	};
	if (schedule.kind === 'step') {
		positive('every of a step schedule', schedule.every);
		share('factor of a step schedule', schedule.factor);
	} else if (schedule.kind === 'cosine') {
		positive('steps of a cosine schedule', schedule.steps);
		share('least of a cosine schedule', schedule.least ?? 0);
	} else if (schedule.kind === 'warm-up') {
		positive('steps of a warm-up', schedule.steps);
		if (schedule.next !== undefined) checkSchedule(schedule.next);
	}
}
