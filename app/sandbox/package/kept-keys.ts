/** What of a control tells which keys it uses. */
export interface KeyTarget {
	tagName: string;
	type?: string;
}

const TYPED = /^(?:number|text|search|email|url|password)$/;
const MOVES = /^(?:Arrow(?:Up|Down|Left|Right)|Home|End|PageUp|PageDown)$/;

/** Whether a key pressed on a control is the control's own, so that no shortcut of the program around may act on it too. */
export function isKeyOfControl(key: string, { tagName, type = '' }: KeyTarget): boolean {
	const presses = key === ' ' || key === 'Enter';
	switch (tagName.toUpperCase()) {
		case 'TEXTAREA':
		case 'SELECT':
			return true;
		case 'INPUT':
			if (TYPED.test(type)) return true;
			return presses || MOVES.test(key);
		case 'BUTTON':
		case 'SUMMARY':
		case 'A':
			return presses;
		default:
			return false;
	}
}
