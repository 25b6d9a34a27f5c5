import { PiniaColada } from '@pinia/colada';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './app/app.vue';
import { checkAnswers } from './core/api/answer.ts';
import { forgetEarlyReadsSoon } from './core/api/early-reads.ts';
import { recordMissingFiles } from './core/api/missing-file.ts';
import { restartAbortedQueries } from './core/api/restart-aborted-queries.ts';
import { followOtherTabs, preferredLocale, provideTexts, setLocale } from './core/i18n/index.ts';
import { appTexts } from './app/texts/texts.ts';
import { forgiveSupersededRequests } from './app/superseded.ts';
import { beginFirstPage, router } from './app/router.ts';
import { keepInstallPrompt } from './core/install-prompt.ts';
import { keepServiceWorker } from './app/service-worker.ts';
import { addFieldRules } from './ui/forms/field-errors.ts';
import { useTranslatedSchemas } from './ui/forms/zod-messages.ts';
import './ui/theme.css';

recordMissingFiles();
keepInstallPrompt();
forgiveSupersededRequests();
useTranslatedSchemas();
addFieldRules({ 'not-in-department': 'care.notInDepartment' });
provideTexts(appTexts);
void start();

/** A function, because with a top-level await the bundler would put every page and every text into two files. */
async function start(): Promise<void> {
  if (import.meta.env.DEV) checkAnswers(new Map((await import('./core/api/route-schemas.ts')).routeSchemas));
  const app = createApp(App)
    .use(createPinia())
    .use(PiniaColada, { queryOptions: { staleTime: 15_000, gcTime: 300_000 }, plugins: [restartAbortedQueries] });
  // The page, its texts and the session come side by side: one after the other they would be most of the wait on a phone.
  try {
    await setLocale(preferredLocale(), beginFirstPage());
  } catch (error) {
    window.startFailed?.();
    throw error;
  }
  followOtherTabs();
  app.use(router).mount('#app');
  router.isReady().then(opened, opened);
  keepServiceWorker(router);
}

function opened(): void {
  forgetEarlyReadsSoon();
  // Not earlier, because on a slow line the font would hold up the files of the page; and not by the first text, so that it may come from the cache in time.
  void document.fonts.load("1rem 'Inter Variable'").catch(() => undefined);
}
