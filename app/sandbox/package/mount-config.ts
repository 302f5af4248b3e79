import { type DemoId, isDemoId } from '@/lib/demos/demo-id';

/** What a card says of its demo, in the text of a hidden element. */
export interface MountConfig {
	demoId: DemoId;
	query: string;
}

/** Reads it; null for anything but a demo of ours and its settings. */
export function readMountConfig(text: string): MountConfig | null {
	let read: unknown;
	try {
		read = JSON.parse(text);
	} catch {
		return null;
	}
	if (typeof read !== 'object' || read === null) return null;
	const { demoId, query } = read as Record<string, unknown>;
	if (typeof demoId !== 'string' || !isDemoId(demoId) || typeof query !== 'string') return null;
	return { demoId, query };
}
