import type { Element, Root as HtmlRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { KatexOptions } from 'katex';
import type { Root } from 'mdast';
import rehypeKatex from 'rehype-katex';
import rehypeSanitize from 'rehype-sanitize';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Projection } from './project-note';
import { sanitiseSchema } from './sanitise-schema';
import { type TexProblem, texProblem } from './tex-problem';

/** One side of a card as HTML with HTML and MathML for its formulas, and what KaTeX refused. */
export interface RenderedSide {
	html: string;
	problems: TexProblem[];
}

/** Renders one side: Markdown to HTML, sanitised, then mathematics; the macros are copied, so no `\gdef` outlives the side. */
export function renderHtml({ nodes, formulas }: Projection, macros: Readonly<Record<string, string>>): RenderedSide {
	const problems: TexProblem[] = [];
	const processor = unified()
		.use(remarkRehype)
		.use(rehypeSanitize, sanitiseSchema)
		.use(rehypeKatex, katexOptions(macros))
		.use(() => (_tree: HtmlRoot, file) => {
			for (const message of file.messages) {
				const element = message.ancestors?.at(-1) as Element | undefined;
				const formula = formulas.get(element?.position?.start.offset ?? -1);
				if (!formula) throw new Error(`A formula has no place in the file: ${message.message}`);
				problems.push(texProblem(message.cause, formula));
			}
		});
	const tree = processor.runSync({ type: 'root', children: nodes } satisfies Root) as HtmlRoot;
	return { html: toHtml(tree).trim(), problems };
}

function katexOptions(macros: Readonly<Record<string, string>>): Omit<KatexOptions, 'displayMode' | 'throwOnError'> {
	return {
		output: 'htmlAndMathml',
		macros: { ...macros },
		maxExpand: 2000,
		maxSize: 20,
		strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
		trust: (context) => context.command === '\\htmlClass' && context.class === 'cloze-answer',
	};
}
