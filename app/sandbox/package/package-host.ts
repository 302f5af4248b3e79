import type { DemoHost } from '@/app/sandbox/demo-host';
import { createInlinePort } from './inline-port';

/** Under a card in another program: runs on the page itself, nothing kept, no address. */
export function packageHost(element: Element): DemoHost {
	return {
		openRun: (model) =>
			createInlinePort(model, {
				nowMs: () => performance.now(),
				later: (callback) => setTimeout(callback, 0),
			}),
		keep: null,
		showQuery: null,
		Share: null,
		colours: {
			element: () => element,
			watch(changed) {
				// night mode is a class of the page or of its body
				const observer = new MutationObserver(changed);
				for (const node of [document.documentElement, document.body])
					observer.observe(node, { attributes: true, attributeFilter: ['class'] });
				return () => observer.disconnect();
			},
		},
	};
}
