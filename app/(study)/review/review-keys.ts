import { GRADES } from '@/lib/srs/grade';
import type { Commands } from './commands';

/** A key press as far as the review page looks at it. */
export interface KeyPress {
	key: string;
	shiftKey: boolean;
	/** With Ctrl, Alt or Meta a key is the browser's. */
	modified: boolean;
	repeat: boolean;
	/** The pressed element takes Space and Enter itself (a button, a link), or takes text. */
	on: 'page' | 'control' | 'text';
}

/** What a key asks for; null when it is not one of ours. */
export function commandOf({ key, shiftKey, modified, repeat, on }: KeyPress): ((commands: Commands) => void) | null {
	if (modified || repeat || on === 'text') return null;
	if (key === ' ' || key === 'Enter') return on === 'control' ? null : (commands) => commands.advance();
	const grade = GRADES[Number(key) - 1];
	if (grade) return (commands) => commands.grade(grade);
	switch (key.toLowerCase()) {
		case 'u':
			return (commands) => commands.undo();
		case 's':
			return (commands) => commands.suspend();
		case 'b':
			return (commands) => commands.bury();
		case 'f':
			return (commands) => (shiftKey ? commands.unflag() : commands.flag());
		case 'r':
			return (commands) => commands.demo();
		case 'escape':
			return (commands) => commands.closeDemo();
		case '?':
			return (commands) => commands.keys();
		default:
			return null;
	}
}
