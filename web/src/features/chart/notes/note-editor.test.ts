// @vitest-environment happy-dom
import { PiniaColada } from '@pinia/colada';
import { createPinia } from 'pinia';
import { createApp, h, type App } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Note } from '@yunzhen/shared/chart/notes.contract';
import { appTexts } from '../../../app/texts/texts.ts';
import { api, sessionTokens } from '../../../core/api/index.ts';
import { testGrant } from '../../../core/api/testing/test-grant.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import NoteEditor from './note-editor.vue';

const note: Note = {
  visitId: '0193b5a0-0000-7000-8000-000000000001',
  status: 'draft',
  version: 3,
  content: { subjective: '', objective: '', assessment: 'Viral cough.', plan: 'take \u202e01\u202c tablets' },
  form: 'soap',
  updatedAt: '2026-11-28T10:00:00.000Z',
  signedAt: null,
  signature: null,
  addenda: [],
};

let app: App;

beforeEach(async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['workbench', 'secondFactor']);
  sessionTokens.accept(testGrant);
  vi.spyOn(api, 'call').mockResolvedValue({ items: [] } as never);
});
afterEach(() => {
  vi.restoreAllMocks();
  app.unmount();
  document.body.replaceChildren();
});

it('A draft of an earlier release with hidden characters is marked beside its section, and is not offered for signing', async () => {
  const root = document.body.appendChild(document.createElement('div'));
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:p(.*)*', component: {} }] });
  app = createApp(() => h(NoteEditor, { note, complaint: 'cough', draft: undefined }));
  app.use(createPinia()).use(PiniaColada).use(router).mount(root);
  const planField = () => root.querySelector<HTMLTextAreaElement>('textarea[data-section="plan"]');
  await expect.poll(planField).not.toBeNull();
  const plan = planField();
  const text = 'This contains characters that cannot be seen or printed.';
  expect(root.textContent).toContain(text);
  [...root.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === 'Sign note')?.click();
  await expect.poll(() => document.activeElement).toBe(plan);
  expect(document.querySelector('#signature-form')).toBeNull();
  if (plan) plan.value = 'take 10 tablets';
  plan?.dispatchEvent(new Event('input'));
  await expect.poll(() => root.textContent).not.toContain(text);
});
