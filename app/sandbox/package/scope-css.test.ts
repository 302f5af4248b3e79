import { transformSync } from 'esbuild';
import { expect, it } from 'vitest';
import { readColourTokens } from './colour-tokens';
import { scopeCss } from './scope-css';

it('scopeCss() lets no rule reach anything but what is mounted, by day and by night', () => {
	const tokens = readColourTokens(':root { --ink: light-dark(#111111, #eeeeee); }');
	const css = scopeCss('& { color: var(--ink) } p, ul > li { margin: 0 } @media print { p { color: red } }', tokens);
	const { code } = transformSync(css, { loader: 'css', target: 'chrome69' });
	const selectors = [...code.matchAll(/([^{}]+)\{/g)].flatMap(([, list = '']) => list.trim().split(/,\s*/));
	for (const selector of selectors.filter((each) => !each.startsWith('@')))
		expect(selector).toMatch(/^(?:\.night\S+ )?\.chainrule-sandbox\.chainrule-sandbox/);
	expect(selectors).toContain('.chainrule-sandbox.chainrule-sandbox ul > li');
	expect(code).toMatch(/\.nightMode \.chainrule-sandbox[^}]*--ink: ?#eeeeee/s);
});
