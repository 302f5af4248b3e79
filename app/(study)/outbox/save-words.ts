/** What the page says while acts wait for the server: empty for none, calm at first, plain once sending has failed. */
export function saveWords(waiting: number, failures: number): string {
	if (waiting === 0) return '';
	if (failures === 0) return 'Saving…';
	const answers = waiting === 1 ? '1 answer waits' : `${waiting} answers wait`;
	return `Not saved yet: ${answers} for the server. Kept in this browser, and sent as soon as it is back.`;
}
