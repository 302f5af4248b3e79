import type { RenderedEquation } from '@/app/sandbox/render-equation';
import type { DemoId } from '@/lib/demos/demo-id';

/** What a demo in a package is told instead of working it out: its words, and its equation as MathML. */
export interface DemoText {
	title: string;
	shows: string;
	equation: RenderedEquation;
}

export type DemoTexts = Record<DemoId, DemoText>;
