import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createViteServer } from 'vitest/node';
import { firstFailedCheck } from './self-check';

/** An engine with one line broken: `find`, which must occur once in `file`, becomes `become`. */
interface Mutation {
	readonly breaks: string;
	readonly file: string;
	readonly find: string;
	readonly become: string;
}

const mutate = (
	file: string,
	cases: readonly (readonly [breaks: string, find: string, become: string])[],
): Mutation[] => cases.map(([breaks, find, become]) => ({ breaks, file: `${file}.ts`, find, become }));

const MUTATIONS: readonly Mutation[] = [
	...mutate('activation', [
		['the sign of the slope of identity', 'dz.set(da);', 'dz.set(da.map((d) => -d));'],
		['the sign of the slope of sigmoid', '* (ak * (1 - ak))', '* (ak * (ak - 1))'],
		['the sign of the slope of tanh', '* (1 - ak * ak)', '* (ak * ak - 1)'],
		['the square in the slope of tanh', '* (1 - ak * ak)', '* (1 - ak)'],
		['the side of ReLU', 'zk * Number(zk > 0)', 'zk * Number(zk < 0)'],
		['the sign of the slope of ReLU', '(da[k] as number) * Number((z', '-(da[k] as number) * Number((z'],
		['the side of the slope of ReLU', 'Number((z[k] as number) > 0)', 'Number((z[k] as number) < 0)'],
		['the leak in the slope of leaky ReLU', ': LEAK * (da[k] as number)', ': 0'],
		['the second term of the slope of GELU', '+ z * normalDensity(z)', '- z * normalDensity(z)'],
		['the sign of the slope of softplus', '(da[k] as number) * sigmoidOf(', '-(da[k] as number) * sigmoidOf('],
		['sigmoid of a negative number', 'return e / (1 + e);', 'return 1 / (1 + e);'],
	]),
	...mutate('normal-law', [['the density of the normal law', 'exp(-0.5 * z * z)', 'exp(-z * z)']]),
	...mutate('elementary', [['e^x by a part in ten million', '+ (1 / 6) * r', '+ (1 / 6.00001) * r']]),
	...mutate('loss', [
		[
			'the factor 2 of squared error',
			'(2 * ((a[k] as number) - (y[k] as number))) / K',
			'((a[k] as number) - (y[k] as number)) / K',
		],
		['the sign of the gradient of squared error', 'da[k] = (2 * (', 'da[k] = -(2 * ('],
		[
			'the mean over outputs of squared error',
			'sum += gap * gap;\n\t\t}\n\t\treturn sum / K;',
			'sum += gap * gap;\n\t\t}\n\t\treturn sum;',
		],
		[
			'the gradient of binary cross-entropy through its head',
			'dz[k] = ((a[k] as number) - (y[k] as number)) / K',
			'dz[k] = ((y[k] as number) - (a[k] as number)) / K',
		],
		['the sign of the gradient of softmax cross-entropy', '* mass - (y[k] as number)', '* mass + (y[k] as number)'],
		['the mean over the batch of the loss', 'return sum / a.rows;', 'return sum;'],
	]),
	...mutate('dense-layer', [
		['the mean over the batch of dl/dW (1/B)', '1 / B, dW', '1, dW'],
		['the mean over the batch of dl/db (1/B), four at a time', 's2 / rows.rows', 's2'],
		['the mean over the batch of dl/db (1/B), the rest', 'sum / rows.rows', 'sum'],
		['the product that passes the gradient down', 'plainProduct(dz, W, daBelow)', 'daBelow.data.fill(0)'],
	]),
	...mutate('product', [
		['the transpose in W a: rows for columns', 'W.data, n, 1, b, 1, Z, n', 'W.data, 1, W.rows, b, 1, Z, n'],
		['the transpose in dl/dz W', 'W.data, 1, W.columns, null', 'W.data, W.columns, 1, null'],
		['the transpose in dl/dW', 'X.data, 1, X.columns, null', 'X.data, X.rows, 1, null'],
	]),
	...mutate('dropout-layer', [
		['the scale of what dropout keeps (dead)', 'const kept = 1 / (1 - p)', 'const kept = 1'],
		['which share dropout drops', '< p ? 0 : kept', '< p ? kept : 0'],
		['the mask on the way back', '(mask.data[k] as number) * (dTo.data[k] as number)', 'dTo.data[k] as number'],
	]),
	...mutate('forward', [['dropout off when testing', 'mask.data.fill(1)', 'mask.data.fill(1 - stage.p)']]),
	...mutate('residual-block', [
		['the identity of a residual block', '(skip.data[k] as number) + gain', 'gain'],
		[
			'the identity on the way back',
			'(dFrom.data[k] as number) + (dJoined.data[k] as number)',
			'dFrom.data[k] as number',
		],
		[
			'the branch on the way back',
			'(dFrom.data[k] as number) + (dJoined.data[k] as number)',
			'dJoined.data[k] as number',
		],
		['the gain on the way back', 'gain * (dTo.data[k] as number)', 'dTo.data[k] as number'],
	]),
	...mutate('softmax', [
		['the mean in the gradient of softmax', '(dp.data[k] as number) - mean', 'dp.data[k] as number'],
	]),
	...mutate('sgd', [['which way is down', ') - rate *', ') + rate *']]),
	...mutate('momentum', [
		['what momentum remembers', 'rate * v;', 'rate * (gradient[k] as number);'],
		["Nesterov's look ahead", '(g + momentum * v)', 'v'],
	]),
	...mutate('rmsprop', [['the root in RMSProp', 'Math.sqrt(s)', 's']]),
	...mutate('adam', [
		["the bias correction of Adam's mean", '1 - power(beta1, step)', '1'],
		["the bias correction of Adam's variance", '1 - power(beta2, step)', '1'],
		["the place of Adam's variance in its memory", 'memory[n + k] = v', 'memory[k] = v'],
	]),
	...mutate('optimiser', [
		['clipping', 'Math.min(1, clipNorm / norm(gradient))', '1'],
		['the sign of weight decay', '+ decay * (parameters', '- decay * (parameters'],
		["AdamW's decay beside the step", '(1 - rate * weightDecay)', '(1 - weightDecay)'],
		['the schedule', 'spec.learningRate * scheduleFactor(schedule, step)', 'spec.learningRate'],
	]),
	...mutate('schedule', [
		['half of the cosine', '0.5 * (1 + cosine(Math.PI * along))', '(1 + cosine(Math.PI * along))'],
		['the first step of a warm-up', 'return step / schedule.steps', 'return (step - 1) / schedule.steps'],
	]),
	...mutate('initialise', [
		['the 2 of He', 'Math.sqrt(2 / fanIn)', 'Math.sqrt(1 / fanIn)'],
		['the root of 1/sqrt(D)', '/ Math.sqrt(fanIn)', '/ fanIn'],
		['the fan-out of Xavier', 'Math.sqrt(2 / (fanIn + fanOut))', 'Math.sqrt(2 / (fanIn + fanIn))'],
	]),
	...mutate('orthogonal', [
		['the length of orthogonal rows', '(vector[k] as number) / length', '(vector[k] as number) * length'],
	]),
	...mutate('train', [
		["the optimiser's memory in a snapshot", 'memory.set(state.memory);', ''],
		['the stream of dropout in a snapshot', 'if (state.dropout !== undefined) dropout.restore(state.dropout);', ''],
		['the stream of shuffling in a snapshot', 'stream.restore(state.shuffle);', ''],
		['the order of examples', '(order[start + r] as number) * columns', '(order[0] as number) * columns'],
		['the last good state at divergence', 'network.parameters.set(parametersBefore);', ''],
	]),
	...mutate('non-finite', [
		['the watch over parameters', 'if (allFinite(parameters)) return null;', 'return null;'],
		["the watch over the optimiser's memory", 'if (!allFinite(memory)) {', 'if (memory.length < 0) {'],
	]),
];

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The mutation that the next load of the engine gets, and how often its line was found. */
let present: Mutation | null = null;
let found = 0;
let server: Awaited<ReturnType<typeof createViteServer>>;

beforeAll(async () => {
	server = await createViteServer({
		root,
		configFile: false,
		logLevel: 'error',
		appType: 'custom',
		server: { middlewareMode: true, hmr: false, ws: false, watch: null },
		optimizeDeps: { noDiscovery: true },
		plugins: [
			{
				name: 'mutate',
				enforce: 'pre',
				transform(code, id) {
					if (present === null || !id.endsWith(`/lib/engine/${present.file}`)) return null;
					found = code.split(present.find).length - 1;
					return code.replace(present.find, present.become);
				},
			},
		],
	});
});

afterAll(() => server.close());

/** What a fresh copy of the engine, broken by `mutation`, fails first of its own checks. */
async function failureOf(mutation: Mutation | null): Promise<string | null> {
	present = mutation;
	found = 0;
	server.moduleGraph.invalidateAll();
	const copy = await server.ssrLoadModule('/lib/engine/self-check.ts');
	return (copy as { firstFailedCheck: typeof firstFailedCheck }).firstFailedCheck();
}

it('a sound engine passes all its checks, loaded either way', async () => {
	expect(firstFailedCheck()).toBeNull();
	expect(await failureOf(null)).toBeNull();
});

for (const mutation of MUTATIONS) {
	it(`breaking ${mutation.breaks} is caught`, async () => {
		const failure = await failureOf(mutation);
		expect(found, `how often “${mutation.find}” is in ${mutation.file}`).toBe(1);
		expect(failure).not.toBeNull();
	});
}
