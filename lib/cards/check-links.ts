import type { Link, Parents, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Report } from './error-log';
import { startOf } from './markdown-tree';

/** Makes every link open apart from the app and without a referrer, in place; reports all that are not http(s). */
export function checkLinks(nodes: readonly RootContent[], report: Report): void {
	for (const node of nodes) {
		if (node.type === 'link') checkLink(node, report);
		if ('children' in node) checkLinks((node as Parents).children as RootContent[], report);
	}
}

function checkLink(link: Link, report: Report): void {
	if (!/^https?:\/\//i.test(link.url) || !URL.canParse(link.url)) {
		report(
			startOf(link),
			`The link leads to "${link.url}".`,
			'Links lead to http:// or https:// addresses, or to a demo (sandbox:demo-id).',
		);
	}
	if (plainText(link).trim() === '') report(startOf(link), 'The link has no words.', 'Write [words](https://...).');
	link.data = { hProperties: { rel: ['noreferrer'], target: '_blank' } };
}
