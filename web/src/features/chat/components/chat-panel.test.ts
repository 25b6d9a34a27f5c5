// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { PiniaColada } from '@pinia/colada';
import { createApp, h, type App } from 'vue';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { appTexts } from '../../../app/texts/texts.ts';
import { api } from '../../../core/api/index.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import ChatPanel from './chat-panel.vue';

let app: App;
beforeAll(async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['chat']);
}, 60_000);
afterEach(() => {
  app.unmount();
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

function opened(last: number) {
  const marks = { you: 'patient', read: { patient: last, doctor: last }, last, writable: false, writableUntil: null };
  vi.spyOn(api, 'call').mockResolvedValue({ items: [], ...marks } as never);
  const root = document.body.appendChild(document.createElement('div'));
  app = createApp(() => h(ChatPanel, { visitId: `visit ${last}`, layout: 'phone' }));
  app.use(createPinia()).use(PiniaColada).mount(root);
  return root;
}

it('A closed chat without a message is one line', async () => {
  const root = opened(0);
  await expect.poll(() => root.textContent.trim()).toBe('No messages in this visit');
  expect(root.querySelector('[data-folded]')).not.toBeNull();
});

it('A closed chat with messages keeps its room before they are loaded', async () => {
  const root = opened(3);
  await expect.poll(() => root.textContent).toContain('The visit has ended. You can still read the messages.');
  expect(root.querySelector('[data-folded]')).toBeNull();
});
