import type { RandomState } from './random-stream';

/** Everything a training run needs to go on exactly from where it was: plain data, safe to keep and to post. */
export interface TrainingState {
	/** Updates made so far. */
	readonly step: number;
	/** Epochs finished so far. */
	readonly epoch: number;
	/** How many examples of the present epoch have been used. */
	readonly position: number;
	/** The order of the examples in the present epoch. */
	readonly order: Uint32Array;
	/** W^1, b^1, W^2, b^2, ... */
	readonly parameters: Float64Array;
	/** The optimiser's memory. */
	readonly memory: Float64Array;
	/** The stream 'shuffle'. */
	readonly shuffle: RandomState;
	/** The stream 'dropout'; only where the network has dropout. */
	readonly dropout?: RandomState;
}
