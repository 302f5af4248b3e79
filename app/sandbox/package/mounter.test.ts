import { describe, expect, it } from 'vitest';
import { createMounter } from './mounter';

interface Place {
	name: string;
	marked?: boolean;
}

/** A page of places; what happens to them is told in `log`. */
function openPage(...places: Place[]) {
	const log: string[] = [];
	let changed: (() => void) | null = null;
	const page = { places: new Set(places), log, change: () => changed?.(), watched: () => changed !== null };
	const mounter = createMounter<Place>({
		containers: () => page.places,
		isThere: (place) => page.places.has(place),
		isMarked: (place) => place.marked === true,
		mark: (place) => {
			place.marked = true;
		},
		mount(place) {
			if (place.name === 'bad') throw new Error('it cannot be drawn');
			if (place.name === 'none') return null;
			log.push(`+${place.name}`);
			return () => log.push(`-${place.name}`);
		},
		watch(callback) {
			changed = callback;
			return () => {
				changed = null;
			};
		},
	});
	return { ...page, mounter };
}

describe('the mounter', () => {
	it('mounts every place once, however often it scans', () => {
		const { mounter, log } = openPage({ name: 'a' }, { name: 'b' });
		mounter.scan();
		mounter.scan();
		expect(log).toEqual(['+a', '+b']);
		expect(mounter.count()).toBe(2);
	});

	it('leaves alone what another script has mounted', () => {
		const { mounter, log } = openPage({ name: 'a', marked: true });
		mounter.scan();
		expect(log).toEqual([]);
	});

	it('takes out what has left the page, when the page changes or at the next scan', () => {
		const [a, b] = [{ name: 'a' }, { name: 'b' }];
		const { mounter, places, log, change } = openPage(a, b);
		mounter.scan();
		places.delete(a);
		change();
		expect(log).toEqual(['+a', '+b', '-a']);
		places.delete(b);
		places.add({ name: 'c' });
		mounter.scan();
		expect(log).toEqual(['+a', '+b', '-a', '-b', '+c']);
	});

	it('watches the page only while something is mounted on it', () => {
		const a = { name: 'a' };
		const { mounter, places, change, watched } = openPage(a);
		expect(watched()).toBe(false);
		mounter.scan();
		expect(watched()).toBe(true);
		places.delete(a);
		change();
		expect(watched()).toBe(false);
		places.add({ name: 'b' });
		mounter.scan();
		expect(watched()).toBe(true);
	});

	it('goes on to the next place where one cannot be mounted, and does not try it again', () => {
		const { mounter, log } = openPage({ name: 'bad' }, { name: 'none' }, { name: 'a' });
		mounter.scan();
		mounter.scan();
		expect(log).toEqual(['+a']);
		expect(mounter.count()).toBe(1);
	});
});
