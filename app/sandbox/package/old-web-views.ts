/** Gives a prototype or constructor what newer browsers have, out of sight of `for … in`. */
function supply(owner: object, name: string, value: unknown): void {
	if (!(name in owner)) Object.defineProperty(owner, name, { value, writable: true, configurable: true });
}

function at<T>(this: ArrayLike<T>, index: number): T | undefined {
	const whole = Math.trunc(index) || 0;
	return this[whole < 0 ? this.length + whole : whole];
}

function flattened(list: readonly unknown[], depth: number): unknown[] {
	const all: unknown[] = [];
	for (const value of list) {
		if (Array.isArray(value) && depth >= 1) all.push(...flattened(value, depth - 1));
		else all.push(value);
	}
	return all;
}

// What the demos and their pictures use and the web views of older programs (Chromium 69, Safari 14) lack.
supply(Array.prototype, 'at', at);
supply(Object.getPrototypeOf(Uint8Array.prototype), 'at', at);
supply(Array.prototype, 'findLast', function <T>(this: T[], test: (value: T, index: number, all: T[]) => unknown) {
	for (let k = this.length - 1; k >= 0; k--) if (test(this[k] as T, k, this)) return this[k];
	return undefined;
});
supply(Object, 'fromEntries', (entries: Iterable<readonly [string, unknown]>) => {
	const object: Record<string, unknown> = {};
	for (const [key, value] of entries) object[key] = value;
	return object;
});
const owns = Object.prototype.hasOwnProperty;
supply(Object, 'hasOwn', (object: object, key: PropertyKey) => Reflect.apply(owns, object, [key]));
supply(Array.prototype, 'flat', function (this: unknown[], depth = 1) {
	return flattened(this, depth);
});
supply(Array.prototype, 'flatMap', function <T, U>(this: T[], map: (value: T, index: number) => U | U[]) {
	return ([] as U[]).concat(...this.map((value, index) => map(value, index)));
});
