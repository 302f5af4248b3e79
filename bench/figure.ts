/** What a benchmark found: a row a figure, with the bar it is held to where there is one. */
export interface Figure {
	name: string;
	value: number;
	unit: string;
	/** The most (or, for `atLeast`, the least) that is good enough. */
	bar?: number;
	atLeast?: boolean;
}
