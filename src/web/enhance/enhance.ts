import { appendPages } from './append-page.ts';
import { runCountdowns } from './countdowns.ts';
import { keepFavourites } from './favourites.ts';
import { followByItself, keepFormsHonest } from './forms.ts';
import { followLiveForms } from './live-form.ts';
import { runHoldClock } from './hold-clock.ts';
import { editHours } from './hours-editor.ts';
import { keepInStep } from './in-step.ts';
import { offerKeeping } from './keep-text.ts';
import { enlivenMaps } from './maps.ts';
import { watchMenus } from './menus.ts';
import { tickPasswordHints } from './password-hints.ts';
import { openPractice } from './open-practice.ts';
import { showPasswords } from './passwords.ts';
import { followPlaces } from './place-list.ts';
import { swapInPlace } from './swap-in-place.ts';
import { rememberTimeZone } from './time-zone.ts';
import { holdButtons } from './waiting-buttons.ts';
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
swapInPlace();
followLiveForms();
enlivenMaps();
runHoldClock();
tickPasswordHints();
editHours();
followPlaces();
appendPages();
keepFavourites();
keepFormsHonest();
followByItself();
holdButtons();
offerKeeping();
openPractice();
if (document.querySelector('[data-passkey]'))
  void import('./passkeys.ts').then(({ offerPasskeys }) => offerPasskeys());
if (document.querySelector('[data-pose-editor]'))
  void import('./pose-editor.ts').then(({ editPose }) => editPose());
if (document.querySelector('[data-builder]'))
  void import('./sequence-builder.ts').then(({ buildSequence }) => buildSequence());
if (document.querySelector('[data-signed-in]') && !document.querySelector('[data-unwatched]'))
  void import('./watch-session.ts').then(({ watchSession }) => watchSession());
