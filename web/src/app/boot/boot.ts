/*
 * Sets theme, language and brand before the first paint, so that a page in dark mode never flashes white, and watches the app’s start. A separate classic script
 * (build/static-files.ts): the content security policy allows no inline script, and a module would run after the first paint.
 */
import { preferredLocale } from '../../core/i18n/preferred-locale.ts';
import { showStoredLook } from '../../features/accounts/preferences/appearance.ts';
import { showStoredColour } from '../../features/accounts/sign-in/brand-color.ts';
import { showStoredMode } from '../page-colors.ts';
import { watchStart } from './start-failure.ts';

watchStart();
const locale = preferredLocale();
showStoredMode();
showStoredLook();
showStoredColour();
document.documentElement.lang = locale;
// The installed app has its name in the reader’s language.
document.querySelector('link[rel="manifest"]')?.setAttribute('href', `/${locale}.webmanifest`);
