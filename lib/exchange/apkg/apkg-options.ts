import type { WriteOptions } from '@/lib/exchange/file-format';
import type { SandboxFiles } from './sandbox-files';

/** What the learner chose about a package; `sandbox` is missing or null for one without the demos. */
export type ApkgOptions = Pick<WriteOptions, 'schedule' | 'history'> & { sandbox?: SandboxFiles | null };
