import type { WriteOptions } from '@/lib/exchange/file-format';

/** What the learner chose about a package. */
export type ApkgOptions = Pick<WriteOptions, 'schedule' | 'history' | 'sandbox'>;
