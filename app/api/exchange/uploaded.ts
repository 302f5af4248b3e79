import { fileIn } from './work-folder';

/** The path of a file that was uploaded, or the response that says that it is not there. */
export function uploaded(upload: string): { ok: true; path: string } | { ok: false; response: Response } {
	const file = fileIn(upload);
	if (file) return { ok: true, path: file.path };
	const error = 'This upload is no longer there. Choose the file again; nothing was changed.';
	return { ok: false, response: Response.json({ error }, { status: 404 }) };
}
