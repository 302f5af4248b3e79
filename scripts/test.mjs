// npm test. Only syntax that Node 12 can read in this file, so that an old Node gets the message and not a SyntaxError.
import { requireNode } from './require-node.mjs';

requireNode();
void import('./test-everything.mjs');
