// @vitest-environment happy-dom
import { PiniaColada } from '@pinia/colada';
import { createPinia } from 'pinia';
import { createApp, h, type App } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { addAddendum, type Note } from '@yunzhen/shared/chart/notes.contract';
import type { AnyRoute } from '@yunzhen/shared/core/route';
import { appTexts } from '../../../app/texts/texts.ts';
import { api, OfflineError, sessionTokens } from '../../../core/api/index.ts';
import type { CallInput } from '../../../core/api/request.ts';
import { testGrant } from '../../../core/api/testing/test-grant.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import NoteAddenda from './note-addenda.vue';

const doctor = { name: '李伟', nameLatin: 'Li Wei' };
const note: Note = {
  visitId: '0193b5a0-0000-7000-8000-000000000001',
  status: 'signed',
  version: 3,
  content: { subjective: '', objective: '', assessment: '', plan: '' },
  form: 'soap',
  updatedAt: '2026-11-28T10:00:00.000Z',
  signedAt: '2026-11-28T10:00:00.000Z',
  signature: { by: doctor, state: 'valid' },
  addenda: [],
};
const confirmed = { factors: [], confirmedUntil: '2099-01-01T00:00:00.000Z', minutes: 30 };

/** Idempotency keys of the addenda sent so far, by their text. */
let sent: { text: string; key: string | undefined }[];
let isLost: boolean;
let app: App;

beforeEach(async () => {
  [sent, isLost] = [[], false];
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['workbench', 'secondFactor']);
  sessionTokens.accept(testGrant);
  vi.spyOn(api, 'call').mockImplementation((async (route: AnyRoute, input: CallInput<typeof addAddendum>) => {
    if (route.name !== addAddendum.name) return confirmed;
    sent.push({ text: input.body.text, key: input.idempotencyKey });
    if (isLost) throw new OfflineError();
    return note;
  }) as never);
});
afterEach(() => {
  vi.restoreAllMocks();
  app.unmount();
  document.body.replaceChildren();
});

function opened() {
  const root = document.body.appendChild(document.createElement('div'));
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:p(.*)*', component: {} }] });
  app = createApp(() => h(NoteAddenda, { note, own: true }));
  app.use(createPinia()).use(PiniaColada).use(router).mount(root);
  const buttons = (label: string) =>
    [...document.querySelectorAll('button')].filter(({ textContent }) => textContent.trim() === label);
  async function type(text: string) {
    buttons('Add addendum')[0]?.click();
    await expect.poll(() => root.querySelector('textarea')).not.toBeNull();
    const field = root.querySelector('textarea');
    if (field) field.value = text;
    field?.dispatchEvent(new Event('input'));
  }
  return {
    type,
    field: () => root.querySelector('textarea'),
    press: (label: string) => buttons(label).at(-1)?.click(),
    async write(text: string) {
      await type(text);
      root.querySelector('form')?.requestSubmit();
      await expect.poll(() => document.querySelector('#signature-form')).not.toBeNull();
    },
    focused: () => document.activeElement?.textContent.trim(),
    sign: () => document.querySelector<HTMLFormElement>('#signature-form')?.requestSubmit(),
  };
}

it('sends an addendum with the same idempotency key when it is signed again after a lost answer', async () => {
  const page = opened();
  await page.write('The swelling has gone.');
  isLost = true;
  page.sign();
  await expect.poll(() => document.querySelector('[role=alert]')).not.toBeNull();
  const attempts = sent.length;
  isLost = false;
  page.sign();
  await expect.poll(() => sent.length).toBe(attempts + 1);
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
  expect(sent[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
  expect(new Set(sent.map(({ text }) => text))).toEqual(new Set(['The swelling has gone.']));

  // The same text once more is a new addendum.
  await expect.poll(() => document.querySelector('#signature-form')).toBeNull();
  await expect.poll(page.focused).toBe('Add addendum');
  await page.write('The swelling has gone.');
  page.sign();
  await expect.poll(() => sent.length).toBe(attempts + 2);
  expect(new Set(sent.map(({ key }) => key)).size).toBe(2);
});

it('asks before it discards typed text, and keeps the text when the doctor continues', async () => {
  const page = opened();
  await page.type('The swelling has gone.');
  page.press('Cancel');
  await expect.poll(() => document.querySelector('dialog')?.textContent).toContain('Discard the addendum?');
  page.press('Continue editing');
  await expect.poll(() => document.querySelector('dialog[open]')).toBeNull();
  expect(page.field()?.value).toBe('The swelling has gone.');

  page.press('Cancel');
  await expect.poll(() => document.querySelector('dialog[open]')).not.toBeNull();
  page.press('Discard addendum');
  await expect.poll(page.field).toBeNull();
  await expect.poll(page.focused).toBe('Add addendum');
});

it('closes an empty addendum without asking', async () => {
  const page = opened();
  await page.type('');
  page.press('Cancel');
  await expect.poll(page.field).toBeNull();
  expect(document.querySelector('dialog[open]')).toBeNull();
});
