import { z } from 'zod';

/** A note type as Anki's own JSON has it; keys we have no use for are kept. */
export const AnkiNoteType = z.looseObject({
	id: z.union([z.number(), z.string()]).transform(Number),
	name: z.string(),
	/** 0: a card for each template; 1: a card for each number of a deletion. */
	type: z.literal([0, 1]).catch(0),
	flds: z
		.array(z.looseObject({ name: z.string(), ord: z.number().nullish() }))
		.min(1)
		.max(200),
	tmpls: z
		.array(z.looseObject({ name: z.string(), ord: z.number().nullish(), qfmt: z.string(), afmt: z.string() }))
		.min(1)
		.max(1000),
	css: z.string().catch(''),
	sortf: z.int().min(0).catch(0),
});
export type AnkiNoteType = z.infer<typeof AnkiNoteType>;

/** A field of a note type, with all the keys that readers look for. */
export function ankiField(name: string, ord: number) {
	return { name, ord, sticky: false, rtl: false, font: 'Arial', size: 20, media: [] };
}

/** A template of a note type, with all the keys that readers look for. */
export function ankiTemplate(name: string, ord: number, qfmt: string, afmt: string) {
	return { name, ord, qfmt, afmt, bqfmt: '', bafmt: '', did: null };
}

/** The note type with every key that a reader of legacy packages looks for; which fields a card needs is worked out when it does not say. */
export function completeNoteType(type: AnkiNoteType, modifiedSeconds: number): Record<string, unknown> {
	const req = type.tmpls.map((template, index) => {
		const shown = type.flds.flatMap((field, at) => (template.qfmt.includes(`${field.name}}}`) ? [at] : []));
		return [index, shown.length > 0 ? 'any' : 'none', shown];
	});
	return {
		did: 1,
		tags: [],
		vers: [],
		latexPre:
			'\\documentclass[12pt]{article}\n\\special{papersize=3in,5in}\n\\usepackage{amssymb,amsmath}\n\\pagestyle{empty}\n\\setlength{\\parindent}{0in}\n\\begin{document}\n',
		latexPost: '\\end{document}',
		req,
		mod: modifiedSeconds,
		...type,
		usn: -1,
		flds: type.flds.map((field, ord) => ({ ...ankiField(field.name, ord), ...field, ord })),
		tmpls: type.tmpls.map((template, ord) => ({
			...ankiTemplate(template.name, ord, template.qfmt, template.afmt),
			...template,
			ord,
		})),
	};
}
