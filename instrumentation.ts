/** Runs once before the server takes a request: refuses to serve from a database whose answers would not be durable. */
export async function register(): Promise<void> {
	if (process.env['NEXT_RUNTIME'] !== 'nodejs') return;
	const { checkPragmas } = await import('@/lib/db/health');
	await checkPragmas();
}
