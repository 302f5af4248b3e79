import type { ReactNode } from 'react';
import { SaveState } from './outbox/save-state';

/** Every page of a day's study sends what an earlier tab left unsent, and says what is not saved. */
export default function StudyLayout({ children }: { children: ReactNode }) {
	return (
		<>
			<SaveState />
			{children}
		</>
	);
}
