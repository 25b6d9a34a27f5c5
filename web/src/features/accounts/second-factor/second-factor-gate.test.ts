// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { PiniaColada } from '@pinia/colada';
import { createApp, h, shallowRef } from 'vue';
import { AppError } from '@yunzhen/shared/core/errors';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { appTexts } from '../../../app/texts/texts.ts';
import { api } from '../../../core/api/index.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import SecondFactorGate from './second-factor-gate.vue';

beforeAll(async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['secondFactor']);
}, 60_000);
afterEach(() => vi.restoreAllMocks());

it.each(['passkey', 'totp'])('says until when a second factor confirms, before it is used: %s', async (kind) => {
  const state = {
    factors: [{ id: '00000000-0000-7000-8000-000000000001', kind, label: '', createdAt: '2026-11-24T06:00:00.000Z' }],
    recoveryCodesLeft: 0,
    confirmedUntil: null,
    minutes: 30,
    demoCode: null,
  };
  vi.spyOn(api, 'call').mockImplementation((() => Promise.resolve(state)) as never);
  const root = document.body.appendChild(document.createElement('div'));
  const app = createApp(() => h(SecondFactorGate));
  app.use(createPinia()).use(PiniaColada).mount(root);
  await expect.poll(() => root.textContent).toMatch(/You are then confirmed until \d{2}:\d{2}\./);
  app.unmount();
  root.remove();
});

it('runs a command once the session is confirmed, and says when it did not run', async () => {
  const confirmedUntil = new Date(Date.now() + 3_600_000).toISOString();
  const state = { factors: [], recoveryCodesLeft: 0, confirmedUntil, minutes: 30, demoCode: null };
  const call = vi.spyOn(api, 'call').mockImplementation((() => Promise.resolve(state)) as never);
  const root = document.body.appendChild(document.createElement('div'));
  const gate = shallowRef<InstanceType<typeof SecondFactorGate>>();
  const app = createApp(() => h(SecondFactorGate, { ref: gate }));
  app.use(createPinia()).use(PiniaColada).mount(root);
  await expect.poll(() => root.textContent).toMatch(/confirmed until/i);

  const work = vi.fn(() => Promise.resolve());
  expect(await gate.value?.runConfirmed(work)).toBe(true);
  expect(work).toHaveBeenCalledTimes(1);

  // The confirmation expired between the page's last answer and the command: the state is read again.
  const asked = call.mock.calls.length;
  const expired = () => Promise.reject(new AppError('auth.second-factor-required', 'expired'));
  expect(await gate.value?.runConfirmed(expired)).toBe(false);
  expect(call.mock.calls.length).toBe(asked + 1);

  const stale = () => Promise.reject(new AppError('resource.stale', 'stale'));
  await expect(gate.value?.runConfirmed(stale)).rejects.toMatchObject({ code: 'resource.stale' });
  app.unmount();
  root.remove();
});
