/** A heading's words inside a line; rendered and sanitised by the server when the deck was read, like all HTML of cards. */
export function InlineHtml({ html }: { html: string }) {
	return <span dangerouslySetInnerHTML={{ __html: html }} />;
}
