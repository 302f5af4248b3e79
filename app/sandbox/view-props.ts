import type { ReactNode } from 'react';
import type { Params } from '@/lib/demos/demo';
import type { Guess } from '@/lib/demos/prediction';

/** What a demo's picture is drawn from. */
export interface ViewProps<P extends Params, Frame, Outcome> {
	params: P;
	/** The frame on screen: of the run, or what there is to see before it. */
	frame: Frame;
	/** Null until the run has come to its end. */
	outcome: Outcome | null;
	/** The prediction, to be drawn where the answer will be. */
	guess: Guess | null;
	/** The symbol of the equation that is pointed at. */
	active: string | null;
	onActive(symbol: string | null): void;
	/** Changes settings from within the picture; as from the controls, that is a new start. */
	onChange(changed: Partial<P>): void;
	/** The buttons of training, to stand between what they change and the loss; null for demos that do not train. */
	trainingBar: ReactNode;
	/** Moves the run to one of its frames; absent while there is nothing to move to. */
	onShow?: (index: number) => void;
}
