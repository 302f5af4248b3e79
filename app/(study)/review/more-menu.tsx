import { type FocusEvent, useRef } from 'react';
import type { Commands } from './commands';
import styles from './review.module.css';
import type { ReviewSession } from './review-session';

/** What can be done to a card besides answering it, for hands without a keyboard. */
export function MoreMenu({ session, commands }: { session: ReviewSession; commands: Commands }) {
	const menu = useRef<HTMLDetailsElement>(null);
	const { current, queue, pending } = session;
	const canUndo = queue.undoable !== null || pending.length > 0;

	function choose(command: () => void): void {
		if (menu.current) menu.current.open = false;
		command();
	}

	function leave(event: FocusEvent<HTMLDetailsElement>): void {
		if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false;
	}

	return (
		<div className={styles.menu}>
			<button type="button" disabled={!canUndo} title={queue.undoable?.label} onClick={commands.undo}>
				Undo <kbd>U</kbd>
			</button>
			<details ref={menu} onBlur={leave}>
				<summary>More</summary>
				<div className={styles.list} tabIndex={-1}>
					{current ? (
						<>
							<button type="button" onClick={() => choose(commands.flag)}>
								{current.flag ? 'Remove the flag' : 'Flag'} <kbd>F</kbd>
							</button>
							<button type="button" onClick={() => choose(commands.bury)}>
								Bury until tomorrow <kbd>B</kbd>
							</button>
							<button type="button" onClick={() => choose(commands.suspend)}>
								Suspend <kbd>S</kbd>
							</button>
						</>
					) : null}
					<button type="button" onClick={() => choose(commands.keys)}>
						All keys <kbd>?</kbd>
					</button>
				</div>
			</details>
		</div>
	);
}
