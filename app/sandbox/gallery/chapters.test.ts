import { expect, it } from 'vitest';
import { DEMO_IDS } from '@/lib/demos/demo-id';
import { CHAPTERS } from './chapters';

it('the chapters hold every demo once', () => {
	expect(CHAPTERS.flatMap((chapter) => chapter.demos).sort()).toEqual([...DEMO_IDS].sort());
});
