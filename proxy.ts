import { type NextRequest, NextResponse } from 'next/server';

const LOCAL_NAMES = ['127.0.0.1', 'localhost', '[::1]'];
/** A deck's picture opened by itself: nothing in it runs or loads anything. */
const INERT = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";
const READING_METHODS = new Set(['GET', 'HEAD']);

/**
 * Stands before every request: refuses foreign hosts (421) and foreign origins (403), and gives each page its policy.
 * There is no matcher, so that files and `/_next` are covered too.
 */
export function proxy(request: NextRequest): NextResponse {
	const host = request.headers.get('host') ?? '';
	// Next's own server adds x-forwarded-host with the same value; a differing one was sent to mislead
	const forwarded = request.headers.get('x-forwarded-host') ?? host;
	if (!allowedNames().has(nameOf(host)) || forwarded !== host) {
		return refuse(421, `Chainrule does not answer for the host "${host}". Names can be added in CHAINRULE_HOSTS.`);
	}
	if (!READING_METHODS.has(request.method) && !isSameOrigin(request, host)) {
		return refuse(403, 'Only pages of this Chainrule may change anything in it.');
	}
	return withPolicy(request);
}

/** DNS names pointed at this machine by others must not reach it: only known ones do. */
function allowedNames(): Set<string> {
	const added = (process.env['CHAINRULE_HOSTS'] ?? '').split(',').map((name) => name.trim().toLowerCase());
	return new Set([...LOCAL_NAMES, ...added.filter((name) => name !== '')]);
}

function nameOf(host: string): string {
	return host.replace(/:\d+$/, '').toLowerCase();
}

function isSameOrigin(request: NextRequest, host: string): boolean {
	const site = request.headers.get('sec-fetch-site');
	if (site !== null && site !== 'same-origin') return false;
	const origin = request.headers.get('origin');
	return origin === `http://${host}` || origin === `https://${host}`;
}

function refuse(status: number, text: string): NextResponse {
	return new NextResponse(`${text}\n`, {
		status,
		headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
	});
}

function withPolicy(request: NextRequest): NextResponse {
	const nonce = btoa(crypto.randomUUID());
	const policy = request.nextUrl.pathname.startsWith('/api/media/')
		? INERT
		: contentPolicy(nonce, process.env.NODE_ENV === 'development');
	const headers = new Headers(request.headers);
	// Next reads the nonce for its own scripts from here
	headers.set('content-security-policy', policy);
	headers.set('x-nonce', nonce);
	const response = NextResponse.next({ request: { headers } });
	response.headers.set('content-security-policy', policy);
	response.headers.set('x-content-type-options', 'nosniff');
	response.headers.set('referrer-policy', 'no-referrer');
	response.headers.set('cross-origin-opener-policy', 'same-origin');
	response.headers.set('cross-origin-resource-policy', 'same-origin');
	return response;
}

function contentPolicy(nonce: string, isDevelopment: boolean): string {
	return [
		"default-src 'self'",
		// compiles WebAssembly, evaluates no text; the development server evaluates text
		`script-src 'self' 'nonce-${nonce}' 'wasm-unsafe-eval'${isDevelopment ? " 'unsafe-eval'" : ''}`,
		`style-src-elem 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
		// KaTeX places its symbols by style attributes
		"style-src-attr 'unsafe-inline'",
		"img-src 'self' data: blob:",
		"font-src 'self'",
		"connect-src 'self'",
		"worker-src 'self'",
		"manifest-src 'self'",
		// a demo is shown within the review page
		"frame-src 'self'",
		"frame-ancestors 'self'",
		"object-src 'none'",
		"base-uri 'none'",
		"form-action 'self'",
	].join('; ');
}
