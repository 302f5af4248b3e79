/** What mounting asks of a page, and does to it. */
export interface MountPage<Container extends object> {
	/** The places for a demo that are on the page now. */
	containers(): Iterable<Container>;
	isThere(container: Container): boolean;
	/** Whether a demo was put into it already, by this script or another. */
	isMarked(container: Container): boolean;
	mark(container: Container): void;
	/** Puts its demo into it and gives what takes it out again; null where it names no demo. May throw. */
	mount(container: Container): (() => void) | null;
	/** Called when the first demo is mounted, to call back at each change of the page until the function it returns is called. */
	watch(changed: () => void): () => void;
}

/** Demos on a long-lived page whose content comes and goes: each place gets its demo once, and loses it when it leaves the page. */
export interface Mounter {
	/** Takes out what has left the page, then mounts what is new; as often as one likes. */
	scan(): void;
	/** How many demos are mounted now. */
	count(): number;
}

/** A mounter for one page. */
export function createMounter<Container extends object>(page: MountPage<Container>): Mounter {
	const mounted = new Map<Container, () => void>();
	let unwatch: (() => void) | null = null;

	function sweep(): void {
		for (const [container, unmount] of [...mounted]) {
			if (page.isThere(container)) continue;
			mounted.delete(container);
			unmount();
		}
		if (mounted.size > 0) return;
		unwatch?.();
		unwatch = null;
	}

	return {
		scan() {
			sweep();
			for (const container of page.containers()) {
				if (page.isMarked(container)) continue;
				page.mark(container);
				let unmount: (() => void) | null = null;
				try {
					unmount = page.mount(container);
				} catch {
					// what was in the place before is still there: the picture and its numbers
				}
				if (unmount) mounted.set(container, unmount);
			}
			if (mounted.size > 0) unwatch ??= page.watch(sweep);
		},
		count: () => mounted.size,
	};
}
