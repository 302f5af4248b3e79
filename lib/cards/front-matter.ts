import type { Root } from 'mdast';
import { isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Report } from './error-log';
import { forbiddenTex } from './forbidden-tex';
import { isKebabCase } from './kebab-case';
import { startOf } from './markdown-tree';
import { isTagName } from './tag-name';

const MACRO_LIMIT = 1000;

const macroBody = z
	.string()
	.max(MACRO_LIMIT)
	.refine(hasBalancedBraces)
	.refine((body) => forbiddenTex(body).length === 0);

const frontMatter = z.strictObject({
	id: z.string().refine(isKebabCase),
	title: z.string().trim().min(1),
	parent: z.string().refine(isKebabCase).optional(),
	description: z.string().trim().default(''),
	tags: z.array(z.string().refine(isTagName)).default([]),
	macros: z.record(z.string().regex(/^\\(?:[A-Za-z]+|[^A-Za-z\s])$/), macroBody).default({}),
});

/** What the front matter of a deck says. */
export type FrontMatter = z.infer<typeof frontMatter>;

/** The fields that are there and without mistakes. */
export type UsableFrontMatter = { [Key in keyof FrontMatter]?: FrontMatter[Key] | undefined };

const ADVICE: Record<string, string> = {
	id: 'Write a name in kebab-case, such as id: neural-networks.',
	title: 'Write what the learner reads, such as title: Neural networks.',
	parent: 'Write the id of another deck in kebab-case, or leave it out.',
	description: 'Write one text, in quotes if it holds a colon.',
	tags: 'Write a list of words of letters, digits, - and _: tags: [calculus, chain-rule].',
	macros: `Write '\\name': 'TeX' in single quotes, with balanced braces, without links, in at most ${MACRO_LIMIT} characters.`,
};

const FORM = 'Start the file with ---, id:, title:, and --- again, each on a line of its own.';

/** Reads the front matter; every mistake in it is reported at its own place, and fields with mistakes are left out. */
export function readFrontMatter(tree: Root, text: string, report: Report): UsableFrontMatter {
	const node = tree.children[0];
	if (node?.type !== 'yaml') {
		report(0, text.startsWith('---') ? 'The front matter is never closed.' : 'The deck has no front matter.', FORM);
		return {};
	}
	const offset = startOf(node) + text.slice(startOf(node)).indexOf('\n') + 1;
	const document = parseDocument(node.value, {
		lineCounter: new LineCounter(),
		prettyErrors: false,
		logLevel: 'silent',
	});
	for (const error of document.errors)
		report(
			offset + error.pos[0],
			`The front matter is not YAML: ${error.message}.`,
			'Correct it; put texts with : or \\ into single quotes.',
		);
	if (document.errors.length > 0) return {};
	const raw = toValue(() => document.toJS({ maxAliasCount: 20 }));
	if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
		report(startOf(node), 'The front matter holds no keys.', FORM);
		return {};
	}
	const reading = frontMatter.safeParse(raw);
	if (reading.success) return reading.data;
	const fields = { ...raw } as Record<string, unknown>;
	for (const issue of reading.error.issues) {
		if (issue.code === 'unrecognized_keys') {
			for (const key of issue.keys) {
				report(
					offset + keyStart(document.contents, [key]),
					`The front matter has the unknown key "${key}".`,
					`Its keys are ${Object.keys(ADVICE).join(', ')}.`,
				);
				delete fields[key];
			}
			continue;
		}
		const key = String(issue.path[0]);
		const at = key in raw ? offset + keyStart(document.contents, issue.path) : startOf(node);
		report(
			at,
			key in raw ? fieldProblem(issue.path, document.getIn(issue.path)) : `The front matter has no ${key}.`,
			ADVICE[key] ?? FORM,
		);
		delete fields[key];
	}
	return frontMatter.partial().safeParse(fields).data ?? {};
}

function fieldProblem(path: PropertyKey[], value: unknown): string {
	const shown = isScalar(value) ? value.value : value;
	const words = typeof shown === 'object' && shown !== null ? 'not what it should be' : `${JSON.stringify(shown)}`;
	return `In the front matter, ${path.map((step) => (typeof step === 'number' ? step + 1 : String(step))).join(' ')} is ${words}.`;
}

// The offset of the value at a path, or of its key when the key itself is meant or the value is missing.
function keyStart(contents: unknown, path: readonly PropertyKey[]): number {
	let node = contents as { items?: unknown[] } | null | undefined;
	let start = 0;
	for (const step of path) {
		const items = node?.items ?? [];
		const item =
			typeof step === 'number'
				? items[step]
				: items.find((pair) => String((pair as { key?: unknown }).key) === String(step));
		const pair = item as { key?: { range?: number[] }; value?: { range?: number[] } } | undefined;
		const child = typeof step === 'number' ? item : pair?.value;
		start =
			(step === path.at(-1) && typeof step !== 'number'
				? pair?.key?.range
				: (child as { range?: number[] } | undefined)?.range)?.[0] ?? start;
		node = child as { items?: unknown[] } | undefined;
	}
	return start;
}

function hasBalancedBraces(tex: string): boolean {
	let depth = 0;
	for (const [token] of tex.matchAll(/\\.|[{}]/gs)) {
		depth += token === '{' ? 1 : token === '}' ? -1 : 0;
		if (depth < 0) return false;
	}
	return depth === 0;
}

// Aliases that multiply make `toJS` throw; the mistake is then that there are no keys to read.
function toValue(read: () => unknown): unknown {
	try {
		return read();
	} catch {
		return null;
	}
}
