/** True for one tag: letters, digits, `-` and `_` of any script, so that tags travel to programs that part them by spaces. */
export function isTagName(tag: string): boolean {
	return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u.test(tag);
}
