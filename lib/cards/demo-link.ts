import type { Link, Parents, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { DemoLink } from './deck-source';
import type { Report } from './error-log';
import { isKebabCase } from './kebab-case';
import { startOf } from './markdown-tree';

/** What the list of demos says of a link: that it will open, or what is wrong with it. */
export type CheckDemo = (
	demoId: string,
	query: string,
) => { ok: true } | { ok: false; problem: string; advice: string };

const FORM = 'Write [Run it](sandbox:demo-id?key=value).';

/** Takes the demo link out of the sides of a note, in place, with whatever it leaves empty; reports bad links and a second one. */
export function liftDemo(sides: readonly RootContent[][], checkDemo: CheckDemo, report: Report): DemoLink | null {
	let demo: DemoLink | null = null;
	for (const [index, link] of sides.flatMap(takeLinks).entries()) {
		const found = readLink(link, checkDemo, report);
		if (index > 0)
			report(startOf(link), 'A second demo is named in this note.', 'Keep one; make a note of its own for the other.');
		demo ??= found;
	}
	return demo;
}

/** True for links that name a demo. */
export function isDemoLink(url: string): boolean {
	return /^sandbox:/i.test(url);
}

function takeLinks(nodes: RootContent[]): Link[] {
	const links: Link[] = [];
	for (const node of [...nodes]) {
		if (node.type === 'link' && isDemoLink(node.url)) {
			links.push(node);
			nodes.splice(nodes.indexOf(node), 1);
		} else if ('children' in node) {
			const inner = takeLinks((node as Parents).children as RootContent[]);
			links.push(...inner);
			if (inner.length > 0 && isEmpty(node)) nodes.splice(nodes.indexOf(node), 1);
		}
	}
	return links;
}

function isEmpty(node: RootContent): boolean {
	if (node.type === 'text') return node.value.trim() === '';
	if (node.type === 'break') return true;
	return (
		'children' in node &&
		node.type !== 'tableCell' &&
		node.type !== 'tableRow' &&
		(node.children as RootContent[]).every(isEmpty)
	);
}

function readLink(link: Link, checkDemo: CheckDemo, report: Report): DemoLink | null {
	const parts = /^sandbox:([^?#]*)(?:\?([^#]*))?$/i.exec(link.url);
	const [demoId, query, label] = [parts?.[1] ?? '', parts?.[2] ?? '', plainText(link).trim()];
	if (!isKebabCase(demoId)) {
		report(startOf(link), `"${link.url}" names no demo.`, FORM);
		return null;
	}
	if (label === '') report(startOf(link), 'The demo link has no words.', FORM);
	const check = checkDemo(demoId, query);
	if (!check.ok) report(startOf(link), check.problem, check.advice);
	return { demoId, query, label };
}
