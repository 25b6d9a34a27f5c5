// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { PiniaColada } from '@pinia/colada';
import { createApp, h, nextTick, type Component } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { beforeAll, expect, it } from 'vitest';
import { appTexts } from '../../../app/texts/texts.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import ConfirmDialog from '../../../ui/forms/confirm-window.vue';
import FindPatient from './find-patient.vue';

beforeAll(async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['workbench']);
}, 60_000);

async function shownAt(path: string) {
  const root = document.body.appendChild(document.createElement('div'));
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:p(.*)*', component: {} }] });
  await router.push(path);
  const app = createApp(() => h(FindPatient));
  app.use(createPinia()).use(PiniaColada).use(router).mount(root);
  return () => {
    app.unmount();
    root.remove();
  };
}
/** Shows a second component, as a page does beside its side bar. */
async function mountedBeside(part: Component, props: Record<string, unknown>) {
  const app = createApp(() => h(part, props));
  app.mount(document.body.appendChild(document.createElement('div')));
  await nextTick();
  return app;
}
const press = () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, cancelable: true }));
const dialogs = () => document.querySelectorAll('[role="dialog"]').length;

it('A doctor finds own patients by Ctrl+K on every page', async () => {
  const end = await shownAt('/to-do');
  press();
  await expect.poll(dialogs).toBe(1);
  expect(document.querySelector('[role="dialog"]')?.textContent).toContain('Find patient');
  end();
});

it('The key opens nothing below a confirmation, which would take no clicks any more', async () => {
  const end = await shownAt('/to-do');
  const page = await mountedBeside(ConfirmDialog, {
    open: true,
    title: 'Sign out everywhere?',
    text: '',
    confirmLabel: 'Sign out',
    work: () => Promise.resolve(),
  });
  await expect.poll(() => document.querySelector('dialog')?.open).toBe(true);
  // The key stays the page’s own: the browser does not open its search.
  expect(press()).toBe(false);
  // What the key would show is loaded by then.
  await import('./patient-finder.vue');
  await nextTick();
  await nextTick();
  expect(dialogs()).toBe(0);
  page.unmount();
  document.querySelector('dialog')?.remove();
  press();
  await expect.poll(dialogs).toBe(1);
  end();
});

it('On the bench the key belongs to the commands', async () => {
  const end = await shownAt('/workbench/visits/1');
  expect(press()).toBe(true);
  expect(dialogs()).toBe(0);
  end();
});
