import { onBackend } from './tensorflow.mjs';

export const { semantics, start } = onBackend('cpu');
