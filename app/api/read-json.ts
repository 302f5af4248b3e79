import type { z } from 'zod';

const MAX_BYTES = 16_384;

/** A request body that is what `schema` allows, or the response that says what is not. */
export async function readJson<S extends z.ZodType>(
	request: Request,
	schema: S,
): Promise<{ ok: true; body: z.output<S> } | { ok: false; response: Response }> {
	const text = await request.text();
	if (text.length > MAX_BYTES) {
		return refused(
			413,
			`cannot take a body of ${text.length} characters: at most ${MAX_BYTES} are allowed; nothing was changed`,
		);
	}
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		return refused(400, `cannot read the body as JSON: it begins with “${text.slice(0, 40)}”; nothing was changed`);
	}
	const parsed = schema.safeParse(json);
	if (parsed.success) return { ok: true, body: parsed.data };
	const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`);
	return refused(400, `cannot take the request: ${problems.join('; ')}; nothing was changed`);
}

function refused(status: number, error: string) {
	return { ok: false as const, response: Response.json({ error }, { status }) };
}
