// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { PiniaColada } from '@pinia/colada';
import { createApp, h, nextTick, shallowRef } from 'vue';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { appTexts } from '../../../app/texts/texts.ts';
import { sessionTokens } from '../../../core/api/index.ts';
import { testGrant } from '../../../core/api/testing/test-grant.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import PharmacyChoice from './pharmacy-choice.vue';

const [prescriptionId, pharmacyId] = ['0199f1de-7c0a-7d55-a4a5-2f7b9a0d6e11', '0199f1de-7c0a-7d55-a4a5-2f7b9a0d6e12'];
const pharmacies = [{ id: pharmacyId, name: { en: 'Corner Pharmacy', zh: '街角药店' }, phone: '' }];
const choice = (open: boolean) => Response.json({ chosen: null, open, pharmacies });
const refusal = (status: number, code: string) =>
  new Response(JSON.stringify({ type: 'about:blank', title: code, status, code, requestId: 'r' }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });

beforeEach(async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['prescriptionCard']);
  sessionTokens.accept(testGrant);
});
afterEach(() => vi.unstubAllGlobals());

function opened() {
  const root = document.body.appendChild(document.createElement('div'));
  const sendable = shallowRef(true);
  const app = createApp(() => h(PharmacyChoice, { prescriptionId, sendable: sendable.value }));
  app.use(createPinia()).use(PiniaColada).mount(root);
  return {
    root,
    sendable,
    text: () => root.textContent ?? '',
    press: (label: string) =>
      [...root.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === label)?.click(),
    end: () => (app.unmount(), root.remove()),
  };
}

it('keeps the refusal of a choice that came after a claim, and offers no other', async () => {
  let isClaimed = false;
  vi.stubGlobal('fetch', async (_address: string, { method }: RequestInit) => {
    if (method !== 'PUT') return choice(!isClaimed);
    isClaimed = true;
    return refusal(409, 'resource.conflict');
  });
  const page = opened();
  await expect.poll(() => page.root.querySelector('select')).not.toBeNull();
  const select = page.root.querySelector('select');
  if (select) select.value = pharmacyId;
  select?.dispatchEvent(new Event('change', { bubbles: true }));
  await expect.poll(() => page.text()).toContain('Send to this pharmacy');
  page.press('Send to this pharmacy');
  await expect.poll(() => page.root.querySelector('select')).toBeNull();
  expect(page.root.querySelector('[role=alert]')).not.toBeNull();
  page.sendable.value = false;
  await nextTick();
  expect(page.root.querySelector('[role=alert]')).not.toBeNull();
  page.end();
});

it('shows that the pharmacies load, and a way to try again when they could not be loaded', async () => {
  const answers: ((answer: Response) => void)[] = [];
  vi.stubGlobal('fetch', () => new Promise<Response>((answer) => answers.push(answer)));
  const page = opened();
  await expect.poll(() => answers.length).toBe(1);
  expect(page.root.querySelector('[aria-busy=true]')).not.toBeNull();
  answers[0]?.(refusal(404, 'resource.not-found'));
  await expect.poll(() => page.root.querySelector('[role=alert]')).not.toBeNull();
  page.press('Try again');
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.(choice(true));
  await expect.poll(() => page.text()).toContain('Corner Pharmacy');
  page.end();
});
