/** The size of every thumbnail, in its own units. */
export const WIDTH = 200;
export const HEIGHT = 112;

/** Calls `make` when it is first needed and never again. */
export function once<T>(make: () => T): () => T {
	let made: { value: T } | null = null;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}
