// @vitest-environment happy-dom
import { PiniaColada } from '@pinia/colada';
import { createPinia } from 'pinia';
import { createApp, h } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { appTexts } from '../../../app/texts/texts.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import { sessionTokens } from '../../../core/api/index.ts';
import { testGrant } from '../../../core/api/testing/test-grant.ts';
import ImportStaff from './import-staff.view.vue';

beforeEach(async () => {
  provideTexts(appTexts);
  await needTexts();
  await setLocale('en');
  sessionTokens.accept(testGrant);
});
afterEach(() => vi.unstubAllGlobals());

const rows = (names: string[]) =>
  names.map((name, at) => ({
    line: at + 2,
    name,
    email: `${name}@file.test`,
    invitation: {
      id: crypto.randomUUID(),
      name,
      nameLatin: '',
      email: `${name.toLowerCase()}@file.test`,
      locale: 'en',
      roles: ['president'],
      practitioner: null,
    },
    faults: [],
  }));

function opened() {
  const root = document.body.appendChild(document.createElement('div'));
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:p(.*)*', component: {} }] });
  const app = createApp(() => h(ImportStaff));
  app.use(createPinia()).use(PiniaColada).use(router).mount(root);
  const picker = root.querySelector<HTMLInputElement>('[data-testid=staff-file]');
  return {
    text: () => root.textContent ?? '',
    choose(name: string) {
      Object.defineProperty(picker, 'files', { configurable: true, value: [new File(['x'], name)] });
      picker?.dispatchEvent(new Event('change'));
    },
    end: () => app.unmount(),
  };
}

it('the report and the button belong to the named file alone: not while another is checked, nor when its check fails', async () => {
  const answers: ((answer: Response) => void)[] = [];
  vi.stubGlobal('fetch', () => new Promise<Response>((answer) => answers.push(answer)));
  const page = opened();
  page.choose('a.csv');
  await expect.poll(() => answers.length).toBe(1);
  answers[0]?.(Response.json({ canSend: true, failure: null, rows: rows(['Anna', 'Ben']) }));
  await expect.poll(page.text).toContain('Send 2 invitations');

  page.choose('b.csv');
  await expect.poll(page.text).toContain('b.csv');
  expect(page.text()).not.toMatch(/Send|Anna/);
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.(Response.json({ code: 'internal', title: 'x', status: 500 }, { status: 500 }));
  await expect.poll(page.text).toContain('Choose CSV file');
  expect(page.text()).not.toMatch(/Send|Anna/);

  page.choose('c.csv');
  await expect.poll(() => answers.length).toBe(3);
  answers[2]?.(Response.json({ canSend: false, failure: null, rows: rows(['Cora']) }));
  await expect.poll(page.text).toContain('does not send e-mail');
  expect(page.text()).toContain('Cora');
  expect(page.text()).not.toContain('Send 1');
  page.end();
});
