import localFont from 'next/font/local';

/** Cards and reading. */
export const serif = localFont({
	src: [
		{
			path: '../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
			style: 'normal',
			weight: '200 900',
		},
		{
			path: '../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2',
			style: 'italic',
			weight: '200 900',
		},
	],
	variable: '--face-serif',
	display: 'swap',
	adjustFontFallback: 'Times New Roman',
	fallback: ['Georgia', 'serif'],
});

/** Buttons, labels and numbers. */
export const sans = localFont({
	src: '../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
	weight: '100 900',
	variable: '--face-sans',
	display: 'swap',
	fallback: ['system-ui', 'sans-serif'],
});
