import { NextRequest } from 'next/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { proxy } from './proxy';

const HOST = '127.0.0.1:3000';

function ask(method: string, headers: Record<string, string>) {
	return proxy(new NextRequest('http://127.0.0.1:3000/api/answers', { method, headers }));
}

function policyOf(response: Response): Map<string, string> {
	const text = response.headers.get('content-security-policy') ?? '';
	return new Map(text.split('; ').map((part) => [part.split(' ', 1)[0] ?? '', part.slice(part.indexOf(' ') + 1)]));
}

afterEach(() => vi.unstubAllEnvs());

describe('proxy() and hosts', () => {
	it.each(['127.0.0.1:3000', 'localhost:3000', 'LOCALHOST', '[::1]:3000'])('answers for %s', (host) => {
		expect(ask('GET', { host }).status).toBe(200);
	});

	it.each(['evil.example', '127.0.0.1.evil.example:3000', 'localhost.evil.example', '0.0.0.0:3000', ''])(
		'misdirects %j',
		(host) => {
			expect(ask('GET', { host }).status).toBe(421);
		},
	);

	it('misdirects a request without a host', () => {
		expect(ask('GET', {}).status).toBe(421);
	});

	it('takes the x-forwarded-host that repeats the host and no other', () => {
		expect(ask('GET', { host: HOST, 'x-forwarded-host': HOST }).status).toBe(200);
		expect(ask('GET', { host: HOST, 'x-forwarded-host': 'evil.example' }).status).toBe(421);
	});

	it('answers for the names in CHAINRULE_HOSTS besides its own', () => {
		vi.stubEnv('CHAINRULE_HOSTS', 'cards.home, Study.lan');
		expect(ask('GET', { host: 'cards.home:3000' }).status).toBe(200);
		expect(ask('GET', { host: 'study.lan' }).status).toBe(200);
		expect(ask('GET', { host: HOST }).status).toBe(200);
		expect(ask('GET', { host: 'other.home' }).status).toBe(421);
	});

	it('does not take an empty host for an allowed one when CHAINRULE_HOSTS is blank', () => {
		vi.stubEnv('CHAINRULE_HOSTS', ' , ');
		expect(ask('GET', { host: '' }).status).toBe(421);
	});
});

describe('proxy() and origins', () => {
	it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('refuses %s without an Origin', (method) => {
		expect(ask(method, { host: HOST }).status).toBe(403);
	});

	it('lets a page of its own change something', () => {
		expect(ask('POST', { host: HOST, origin: `http://${HOST}` }).status).toBe(200);
		expect(ask('POST', { host: HOST, origin: `http://${HOST}`, 'sec-fetch-site': 'same-origin' }).status).toBe(200);
	});

	it.each(['http://evil.example', 'http://127.0.0.1:3001', 'http://localhost:3000', 'null', `ftp://${HOST}`, HOST])(
		'refuses a POST from %s',
		(origin) => {
			expect(ask('POST', { host: HOST, origin }).status).toBe(403);
		},
	);

	it.each(['cross-site', 'same-site', 'none'])('refuses a POST that the browser calls %s', (site) => {
		expect(ask('POST', { host: HOST, origin: `http://${HOST}`, 'sec-fetch-site': site }).status).toBe(403);
	});

	it('lets anyone read', () => {
		expect(ask('GET', { host: HOST, origin: 'http://evil.example' }).status).toBe(200);
		expect(ask('HEAD', { host: HOST }).status).toBe(200);
	});
});

describe('proxy() and the content policy', () => {
	it('gives each request a nonce of its own, to the browser and to the page alike', () => {
		const [first, second] = [ask('GET', { host: HOST }), ask('GET', { host: HOST })];
		const nonce = first.headers.get('x-middleware-request-x-nonce');
		expect(nonce).toMatch(/^[A-Za-z0-9+/=]{20,}$/);
		expect(policyOf(first).get('script-src')).toBe(`'self' 'nonce-${nonce}' 'wasm-unsafe-eval'`);
		expect(first.headers.get('x-middleware-request-content-security-policy')).toBe(
			first.headers.get('content-security-policy'),
		);
		expect(second.headers.get('x-middleware-request-x-nonce')).not.toBe(nonce);
	});

	it('does not take a nonce from the request', () => {
		const response = ask('GET', { host: HOST, 'x-nonce': 'mine' });
		expect(response.headers.get('x-middleware-request-x-nonce')).not.toBe('mine');
	});

	it('allows frames among its own pages only, and no plug-ins, bases or foreign forms', () => {
		const policy = policyOf(ask('GET', { host: HOST }));
		expect(policy.get('frame-src')).toBe("'self'");
		expect(policy.get('frame-ancestors')).toBe("'self'");
		expect(policy.get('object-src')).toBe("'none'");
		expect(policy.get('base-uri')).toBe("'none'");
		expect(policy.get('form-action')).toBe("'self'");
	});

	it('evaluates text and takes inline styles in development only', () => {
		const strict = policyOf(ask('GET', { host: HOST }));
		expect(strict.get('script-src')).not.toContain("'unsafe-eval'");
		expect(strict.get('style-src-elem')).not.toContain('unsafe-inline');
		vi.stubEnv('NODE_ENV', 'development');
		const loose = policyOf(ask('GET', { host: HOST }));
		expect(loose.get('script-src')).toContain("'unsafe-eval'");
		expect(loose.get('style-src-elem')).toContain("'unsafe-inline'");
	});

	it('sets the headers that keep other sites out', () => {
		const { headers } = ask('GET', { host: HOST });
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.get('referrer-policy')).toBe('no-referrer');
		expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
		expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
	});
});

it('lets nothing in a deck’s picture run, even when it is opened by itself', () => {
	const picture = new NextRequest('http://127.0.0.1:3000/api/media/deck/a.svg', { headers: { host: HOST } });
	const policy = policyOf(proxy(picture));
	expect(policy.get('default-src')).toBe("'none'");
	expect(policy.has('sandbox')).toBe(true);
	expect(policy.has('script-src')).toBe(false);
});
