import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BuiltView } from '@/app/sandbox/built-view';
import { DemoHead } from '@/app/sandbox/demo-head';
import { renderEquation } from '@/app/sandbox/render-equation';
import { builtDemos } from '@/lib/demos/built-demos';
import { parseQuery } from '@/lib/demos/parse-query';
import { demoEntry } from '@/lib/demos/registry';
import styles from './page.module.css';

interface Props {
	params: Promise<{ demo: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const entry = demoEntry((await params).demo);
	return entry ? { title: `${entry.concept}, the demo` } : {};
}

/** The page of any demo: its id and settings come from the address. */
export default async function DemoPage({ params, searchParams }: Props) {
	const entry = demoEntry((await params).demo);
	if (!entry) notFound();
	const query = new URLSearchParams(
		Object.entries(await searchParams).flatMap(([key, value]) => [value ?? []].flat().map((text) => [key, text])),
	);
	const embedded = query.get('embed') === '1';

	const demo = builtDemos[entry.id];
	const spec = await demo.spec();
	const { params: read, problems } = parseQuery(demo.fields, query);
	return (
		<main id="main" className={styles.page} data-embed={embedded || undefined}>
			<DemoHead entry={entry} shows={spec.shows} cardId={spec.cardId} embedded={embedded} />
			<BuiltView
				id={entry.id}
				params={read}
				problems={problems}
				equation={renderEquation(spec.equation)}
				embedded={embedded}
			/>
		</main>
	);
}
