import 'katex/dist/katex-swap.min.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { sans, serif } from './fonts/faces';
import { SiteHeader } from './site-header';

export const metadata: Metadata = {
	title: { default: 'Chainrule', template: '%s · Chainrule' },
	description: 'Flashcards you can run: spaced repetition for machine learning, with a live demo behind every card.',
	applicationName: 'Chainrule',
};

export const viewport: Viewport = {
	width: 'device-width',
	initialScale: 1,
	colorScheme: 'light dark',
	themeColor: [
		{ media: '(prefers-color-scheme: light)', color: '#fbfaf7' },
		{ media: '(prefers-color-scheme: dark)', color: '#16171a' },
	],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
	// Each answer carries its own script nonce, so no page may be rendered ahead of its request.
	await connection();
	return (
		<html lang="en" className={`${serif.variable} ${sans.variable}`}>
			<body>
				<SiteHeader />
				{children}
			</body>
		</html>
	);
}
