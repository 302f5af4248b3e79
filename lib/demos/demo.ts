import type { Fields, ParamsOf, ParamValue } from './field';
import type { Prediction } from './prediction';

/** Any demo's parameters, by key. */
export type Params = Readonly<Record<string, ParamValue>>;

/** A named setting: the parameters that differ from the defaults. */
export interface Preset<F extends Fields> {
	name: string;
	params: Partial<ParamsOf<F>>;
}

/** A symbol of the card's equation that shows its number: `id` is what the equation's TeX tags with `\htmlData{sym=id}`. */
export interface EquationSymbol {
	id: string;
	/** The symbol alone, as TeX. */
	tex: string;
	/** What it stands for, in a few words. */
	words: string;
}

/** The equation of the card, in our own TeX; the server renders it. */
export interface Equation {
	/** Display mathematics; every `\htmlData{sym=…}` in it names one of `symbols`. */
	tex: readonly string[];
	symbols: readonly EquationSymbol[];
}

/** How frames follow one another: `motion` moves one thing (only its end is shown when motion is unwanted), `steps` are scenes to walk through. */
export interface Playback {
	kind: 'motion' | 'steps';
	/** Time between frames. */
	paceMs: number;
}

/** How far one step of training goes: to the next phase of a step (forward, loss, backward, update), batch or epoch. */
export type Grain = 'phase' | 'batch' | 'epoch';

/** What a demo is, without the code that runs it: enough for its page. */
export interface DemoSpec<F extends Fields, Outcome> {
	id: string;
	/** Where its card stands: deck, then note id. */
	cardId: string;
	/** One sentence: what there is to see. */
	shows: string;
	fields: F;
	presets: readonly Preset<F>[];
	equation: Equation;
	prediction: Prediction<ParamsOf<F>, Outcome>;
	playback: Playback;
	/** What its second act shows, in a sentence, for demos whose model can train. */
	trains?: string;
	/** The steps its training can be gone through in, coarsest first; whole epochs when left out. */
	grains?: readonly Grain[];
}

/** Numbers as a table, for those who cannot use the picture. */
export interface NumberTable {
	caption: string;
	columns: readonly string[];
	/** One row a line, as many cells as `columns`; the first is the row's name. */
	rows: readonly (readonly string[])[];
}

/** What a symbol of the equation holds now: its value in words, and its shape where it is not a plain number. */
export interface LiveNumber {
	value: string;
	shape?: string;
}

/** The equation with its numbers: its symbols by id, and the line (from 0) at work now, where one is. */
export interface LiveEquation {
	symbols: Readonly<Record<string, LiveNumber>>;
	line?: number;
}

/** What a run came to, and why, in a sentence computed from it. */
export interface RunResult<Outcome> {
	outcome: Outcome;
	why: string;
}

/** The code of a demo: pure functions of its parameters; the same parameters give the same frames, bit for bit. */
export interface DemoModel<P extends Params, Frame, Outcome> {
	/** What there is to see before Run. */
	preview(params: P): Frame;
	/** The run, frame by frame; frames and outcome are plain data that a worker can send. */
	run(params: P): Generator<Frame, RunResult<Outcome>, unknown>;
	/** The second act: a frame of its start, then one for each grain asked for; returns what it came to, in a sentence. */
	train?(params: P): Generator<Frame, string, Grain>;
	/** The equation as it stands in a frame. */
	live(params: P, frame: Frame): LiveEquation;
	table(params: P, frame: Frame): NumberTable;
}

/** One statement a demo proves: `measure` is pure, and lies in `band` for every seed of `seeds`. */
export interface Claim {
	says: string;
	seeds: readonly number[];
	/** Least and greatest value allowed, both included. */
	band: readonly [number, number];
	measure(seed: number): number;
}
