import { useLayoutEffect } from 'react';
import { type DemoHost, DemoHostContext } from '@/app/sandbox/demo-host';
import { parseQuery } from '@/lib/demos/parse-query';
import type { DemoText } from './demo-texts';
import type { MountConfig } from './mount-config';
import { packagedDemos } from './packaged-demos';

interface Props {
	config: MountConfig;
	text: DemoText;
	host: DemoHost;
	/** Called once all of it stands on the page. */
	onMounted?(): void;
}

/** A demo as it stands under a card in another program: its name, what it shows, and the demo itself. */
export function PackagedDemo({ config, text, host, onMounted }: Props) {
	const { fields, Demo } = packagedDemos[config.demoId];
	const { params, problems } = parseQuery(fields, config.query);
	useLayoutEffect(() => onMounted?.(), [onMounted]);
	return (
		<DemoHostContext value={host}>
			<div className="chainrule-head">
				<p className="chainrule-title">{text.title}</p>
				<p>{text.shows}</p>
			</div>
			<Demo params={params} problems={problems} equation={text.equation} embedded />
		</DemoHostContext>
	);
}
