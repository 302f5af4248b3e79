import { createRoot } from 'react-dom/client';
import type { DemoTexts } from './demo-texts';
import { isKeyOfControl } from './kept-keys';
import { readMountConfig } from './mount-config';
import type { MountPage } from './mounter';
import { packageHost } from './package-host';
import { PackagedDemo } from './packaged-demo';

type Marked = Element & { chainruleMounted?: boolean };

const CONTROLS = 'button,input,select,label,summary';

/** The page of a card: demos mount in its `.chainrule-demo`, in place of the picture and the numbers that stand there before. */
export function mountPage(texts: DemoTexts): MountPage<Element> {
	return {
		containers: () => document.querySelectorAll('.chainrule-demo'),
		isThere: (container) => document.contains(container),
		// a property, which no copy of the page's HTML carries
		isMarked: (container) => (container as Marked).chainruleMounted === true,
		mark(container) {
			(container as Marked).chainruleMounted = true;
		},
		mount(container) {
			const config = readMountConfig(container.querySelector('.chainrule-config')?.textContent ?? '');
			const text = config && texts[config.demoId];
			if (!config || !text) return null;
			for (const stale of container.querySelectorAll('.chainrule-sandbox')) stale.remove();
			const fallback = container.querySelector<HTMLElement>('.chainrule-fallback');
			const place = document.createElement('div');
			// `tappable`: a tap there is the page's, not the program's
			place.className = 'chainrule-sandbox tappable';
			container.append(place);

			const tapped = new MutationObserver(() => makeTappable(place));
			const root = createRoot(place, {
				identifierPrefix: 'chainrule-',
				onUncaughtError: () => {
					if (fallback) fallback.hidden = false;
					// not while it is still drawing
					setTimeout(unmount, 0);
				},
			});
			const unmount = () => {
				tapped.disconnect();
				root.unmount();
				place.remove();
			};
			keepKeys(place);
			tapped.observe(place, { childList: true, subtree: true });
			root.render(
				<PackagedDemo
					config={config}
					text={text}
					host={packageHost(place)}
					onMounted={() => {
						makeTappable(place);
						if (fallback) fallback.hidden = true;
					}}
				/>,
			);
			return unmount;
		},
		watch(changed) {
			const observer = new MutationObserver(changed);
			observer.observe(document.documentElement, { childList: true, subtree: true });
			return () => observer.disconnect();
		},
	};
}

function makeTappable(place: Element): void {
	for (const control of place.querySelectorAll(CONTROLS)) control.classList.add('tappable');
}

/** The program around listens on the document: a key that a control of the demo uses goes no further than the demo. */
function keepKeys(place: Element): void {
	const keep = (event: Event) => {
		const { key, target } = event as KeyboardEvent;
		if (target instanceof HTMLElement && isKeyOfControl(key, target as HTMLElement & { type?: string }))
			event.stopPropagation();
	};
	for (const type of ['keydown', 'keypress', 'keyup']) place.addEventListener(type, keep);
}
