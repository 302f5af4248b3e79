interface Labelled {
	/** The control's name, in words. */
	label: string;
	/** What turning it does, in a few words; shown under the control. */
	hint?: string;
}

/** A number within limits; `step` is what one press of an arrow key adds (or, on a log scale, the finest step). */
export interface NumberField extends Labelled {
	kind: 'number';
	default: number;
	min: number;
	max: number;
	step: number;
	scale: 'linear' | 'log';
	/** Only whole numbers are taken. */
	whole?: boolean;
}

/** A seed of all random streams: a whole number from 1; has its own "New seed" button. */
export interface SeedField extends Labelled {
	kind: 'seed';
	default: number;
	max: number;
}

/** One of a few named values. */
export interface ChoiceField<Value extends string = string> extends Labelled {
	kind: 'choice';
	default: Value;
	options: readonly { value: Value; label: string }[];
}

/** On or off; `1` or `0` in the URL. */
export interface ToggleField extends Labelled {
	kind: 'toggle';
	default: boolean;
}

/** A fixed number of numbers within limits, `1,-2` in the URL. */
export interface VectorField extends Labelled {
	kind: 'vector';
	default: readonly number[];
	min: number;
	max: number;
	step: number;
	/** The letter before each component's index: `x` gives x₁, x₂. */
	symbol: string;
}

/**
 * Points of the plane that the learner puts down in the picture itself: x1, x2 (in hundredths) and class (0 or 1) of each,
 * one after the other, `60,-60,1` in the URL.
 */
export interface PointsField extends Labelled {
	kind: 'points';
	/** At least one point. */
	default: readonly number[];
	/** How many points there may be. */
	most: number;
	/** Greatest size of a coordinate, in hundredths. */
	reach: number;
}

/** One parameter of a demo: its control, its limits and its form in the URL, from one description. */
export type Field = NumberField | SeedField | ChoiceField | ToggleField | VectorField | PointsField;

/** The parameters of a demo by their key in the URL, in the order they are shown. */
export type Fields = Readonly<Record<string, Field>>;

/** What a parameter can hold. */
export type ParamValue = number | string | boolean | readonly number[];

/** The value a field gives. */
export type ValueOf<F extends Field> = F extends NumberField | SeedField
	? number
	: F extends ChoiceField<infer Value>
		? Value
		: F extends ToggleField
			? boolean
			: readonly number[];

/** The parameters a table of fields gives. */
export type ParamsOf<F extends Fields> = { readonly [Key in keyof F]: ValueOf<F[Key]> };

/** Every field at its default. */
export function defaultParams<F extends Fields>(fields: F): ParamsOf<F> {
	return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.default])) as ParamsOf<F>;
}

/** What a field takes, in words for an error: "2 to 30", "sigmoid, tanh or relu". */
export function allowedValues(field: Field): string {
	switch (field.kind) {
		case 'number':
			return `${field.whole ? 'whole, ' : ''}${field.min} to ${field.max}`;
		case 'seed':
			return `whole, 1 to ${field.max}`;
		case 'choice':
			return field.options.map((option) => option.value).join(', ');
		case 'toggle':
			return '0 or 1';
		case 'vector':
			return `${field.default.length} numbers, ${field.min} to ${field.max}, parted by commas`;
		case 'points':
			return `1 to ${field.most} points, each x₁ and x₂ in hundredths (−${field.reach} to ${field.reach}) and class 0 or 1, parted by commas`;
	}
}
