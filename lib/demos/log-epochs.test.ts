import { expect, it } from 'vitest';
import { logEpochs } from './log-epochs';

it('logEpochs() starts densely at 0, ends at the last and repeats none', () => {
	expect([...logEpochs(100, 5)]).toEqual([0, 1, 3, 10, 32, 100]);
	expect([...logEpochs(600, 60)].slice(0, 6)).toEqual([0, 1, 2, 3, 4, 5]);
});
