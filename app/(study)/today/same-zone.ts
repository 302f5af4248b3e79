/** Whether two zone names mean one zone: Europe/Kiev and Europe/Kyiv do. */
export function sameZone(one: string, other: string): boolean {
	return canonical(one) === canonical(other);
}

function canonical(timeZone: string): string {
	try {
		return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
	} catch {
		// A zone this browser does not know is like no other.
		return timeZone;
	}
}
