import { runCountdowns } from './countdowns.ts';
import { keepInStep } from './in-step.ts';
import { enlivenMaps } from './maps.ts';
import { watchMenus } from './menus.ts';
import { showPasswords } from './passwords.ts';
import { smoothResults } from './results.ts';
import { rememberTimeZone } from './time-zone.ts';
import { sendWishOnEnter } from './wish-box.ts';

/**
 * What every page gets, hydrated or not. Listeners sit on the document and find their elements by
 * data attributes, so nothing depends on when an element appears.
 */
rememberTimeZone();
watchMenus();
sendWishOnEnter();
showPasswords();
runCountdowns();
keepInStep();
smoothResults();
enlivenMaps();
