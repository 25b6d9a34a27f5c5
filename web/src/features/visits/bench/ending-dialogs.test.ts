// @vitest-environment happy-dom
import { PiniaColada } from '@pinia/colada';
import { createPinia } from 'pinia';
import { createApp, h } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { afterEach, expect, it, vi } from 'vitest';
import { readNote } from '@yunzhen/shared/chart/notes.contract';
import type { AnyRoute } from '@yunzhen/shared/core/route';
import type { Visit } from '@yunzhen/shared/visits/visits.contract';
import { appTexts } from '../../../app/texts/texts.ts';
import { api } from '../../../core/api/index.ts';
import { useBenchStore } from '../../../core/bench/index.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import EndingDialogs from './ending-dialogs.vue';

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

it('shows the addenda to the note when the visit is completed, because the suggested summary is the signed plan', async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['workbench']);
  const note = {
    status: 'signed',
    content: { subjective: '', objective: '', assessment: 'Cold', plan: 'Ibuprofen 400 mg.' },
    addenda: [{ id: 'a', text: 'Ibuprofen 200 mg instead.' }],
  };
  vi.spyOn(api, 'call').mockImplementation((async (route: AnyRoute) =>
    route.name === readNote.name ? note : { items: [] }) as never);
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:p(.*)*', component: {} }] });
  const visit = { id: 'v', patient: { name: '张三', nameLatin: 'Zhang San' } } as Visit;
  const app = createApp(() => h(EndingDialogs, { visit }));
  app.use(createPinia()).use(PiniaColada).use(router);
  app.mount(document.body.appendChild(document.createElement('div')));
  const bench = app.runWithContext(() => useBenchStore());
  // The bench opens the dialog once the note is known to be signed.
  await new Promise((done) => setTimeout(done));
  bench.panel = 'complete';
  const shown = () => document.querySelector('[data-testid=summary-addenda]')?.textContent;
  await expect.poll(shown).toContain('Ibuprofen 200 mg instead.');
  expect(document.querySelector('textarea')?.value).toBe('Ibuprofen 400 mg.');
  app.unmount();
});
