import './old-web-views';
import type { DemoTexts } from './demo-texts';
import { mountPage } from './mount-page';
import { createMounter, type Mounter } from './mounter';

/** Written into the script when it is bundled. */
declare const CHAINRULE_TEXTS: DemoTexts;
declare const CHAINRULE_GLOBAL: string;

// The script runs again on each side of each card; from the second time on, its first line only calls `scan` of this.
const mounter: Mounter = createMounter(mountPage(CHAINRULE_TEXTS));
(window as unknown as Record<string, Mounter>)[CHAINRULE_GLOBAL] = mounter;
mounter.scan();
