/** What a template is drawn with. */
export interface TemplateValues {
	/** By name, as the note has them; HTML. */
	fields: ReadonlyMap<string, string>;
	/** By name: `FrontSide`, `Tags`, `Deck`, ...; HTML. */
	special: ReadonlyMap<string, string>;
	/** The number of the deletion that the card asks for; null for cards of templates. */
	clozeNumber: number | null;
	side: 'front' | 'back';
}

interface Section {
	name: string;
	shown: boolean;
}

/** The HTML of one side of an Anki card: its template with the fields in it, as Anki's own templates work; what runs in it is still there. */
export function renderTemplate(template: string, values: TemplateValues): string {
	const out: string[] = [];
	const sections: Section[] = [];
	const shown = () => sections.every((section) => section.shown);
	let at = 0;
	while (at < template.length) {
		const open = template.indexOf('{{', at);
		const close = open < 0 ? -1 : template.indexOf('}}', open + 2);
		if (close < 0) {
			if (shown()) out.push(template.slice(at));
			break;
		}
		if (shown()) out.push(template.slice(at, open));
		const inner = template.slice(open + 2, close).trim();
		at = close + 2;
		const sign = inner[0];
		const name = inner.slice(1).trim();
		if (sign === '#' || sign === '^') sections.push({ name, shown: isFilled(name, values) === (sign === '#') });
		else if (sign === '/') {
			const index = sections.findLastIndex((section) => section.name === name);
			if (index >= 0) sections.length = index;
		} else if (shown()) out.push(renderField(inner, values));
	}
	return out.join('');
}

function isFilled(name: string, { fields, clozeNumber }: TemplateValues): boolean {
	const cloze = /^c(\d{1,3})$/.exec(name)?.[1];
	if (!fields.has(name) && cloze !== undefined) return Number(cloze) === clozeNumber;
	const html = fields.get(name) ?? '';
	return /<(?:img|audio|video)\b/i.test(html) || plainWords(html) !== '';
}

function plainWords(html: string): string {
	return html
		.replace(/<[^<>]*>/g, '')
		.replaceAll('&nbsp;', ' ')
		.trim();
}

function renderField(inner: string, values: TemplateValues): string {
	const parts = inner.split(':');
	const name = (parts.pop() ?? '').trim();
	const special = values.special.get(name);
	let html = values.fields.get(name) ?? special ?? '';
	for (const filter of parts.reverse().map((part) => part.trim())) html = applyFilter(filter, name, html, values);
	return html;
}

function applyFilter(filter: string, name: string, html: string, values: TemplateValues): string {
	if (filter === 'text') return html.replace(/<[^<>]*>/g, '');
	if (filter === 'type') return values.side === 'front' ? '' : html;
	if (filter === 'cloze') return renderCloze(html, values.clozeNumber ?? 1, values.side);
	if (filter === 'hint')
		return html.trim() === '' ? '' : `<details><summary>${name.replaceAll('<', '&lt;')}</summary>${html}</details>`;
	if (filter === 'furigana') return readings(html, (base, reading) => `<ruby>${base}<rt>${reading}</rt></ruby>`);
	if (filter === 'kana') return readings(html, (_, reading) => reading);
	if (filter === 'kanji') return readings(html, (base) => base);
	return filter.startsWith('tts') ? '' : html;
}

function readings(html: string, show: (base: string, reading: string) => string): string {
	return html.replace(/ ?([^ >[\]]{1,100})\[([^[\]]{1,100})\]/g, (whole, base: string, reading: string) =>
		reading.startsWith('sound:') ? whole : show(base, reading),
	);
}

/** A field with its deletions drawn: that of `number` blank or as the answer, all others as text; they may stand inside each other. */
export function renderCloze(html: string, number: number, side: 'front' | 'back'): string {
	const open: { number: number; out: string }[] = [];
	let out = '';
	let inMath = false;
	const put = (text: string) => {
		const last = open.at(-1);
		if (last) last.out += text;
		else out += text;
	};
	for (const part of html.split(/(\{\{c\d{1,3}::|\}\}|\\[([]|\\[)\]])/)) {
		const opening = /^\{\{c(\d+)::$/.exec(part)?.[1];
		if (opening !== undefined) {
			open.push({ number: Number(opening), out: '' });
			continue;
		}
		const closed = part === '}}' ? open.pop() : undefined;
		if (!closed) {
			if (/^\\[([]$/.test(part)) inMath = true;
			else if (/^\\[)\]]$/.test(part)) inMath = false;
			put(part);
			continue;
		}
		const hintAt = closed.out.indexOf('::');
		const content = hintAt < 0 ? closed.out : closed.out.slice(0, hintAt);
		const hint = hintAt < 0 ? '...' : closed.out.slice(hintAt + 2);
		if (closed.number !== number) put(content);
		else if (side === 'back') put(inMath ? content : `<mark class="cloze-answer">${content}</mark>`);
		else put(inMath ? `[${hint}]` : `<span class="cloze-blank">[${hint}]</span>`);
	}
	for (const rest of open) out += `{{c${rest.number}::${rest.out}`;
	return out;
}
