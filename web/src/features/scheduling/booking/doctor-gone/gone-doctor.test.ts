// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { PiniaColada } from '@pinia/colada';
import { createApp, h } from 'vue';
import { afterEach, expect, it, vi } from 'vitest';
import type { Appointment } from '@yunzhen/shared/scheduling/appointments.contract';
import { appTexts } from '../../../../app/texts/texts.ts';
import { api } from '../../../../core/api/index.ts';
import { needTexts, provideTexts, setLocale } from '../../../../core/i18n/index.ts';
import GoneDoctor from './gone-doctor.vue';

afterEach(() => vi.restoreAllMocks());

it('names the fee of each other doctor, because one click moves the appointment', async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['booking']);
  const [id, cardiology] = ['0199f1de-7c0a-7d55-a4a5-2f7b9a0d6e11', '0199f1de-7c0a-7d55-a4a5-2f7b9a0d6e12'];
  const title = { en: 'Attending physician', zh: '主治医师' };
  const doctor = { id, name: '王芳', nameLatin: 'Wang Fang', title };
  const price = { amount: '80.00', currency: 'CNY' };
  const times = [{ doctor, startsAt: '2026-11-24T06:00:00.000Z', endsAt: '2026-11-24T06:15:00.000Z', price }];
  // Of any list of doctors this one is beyond the end.
  vi.spyOn(api, 'call').mockImplementation((({ name }: { name: string }) =>
    Promise.resolve({ items: name === 'listOtherTimes' ? times : [] })) as never);
  const appointment = { id, version: 1, status: 'booked', doctor, department: { id: cardiology } } as Appointment;
  const root = document.createElement('div');
  const app = createApp(() => h(GoneDoctor, { appointment }));
  app.use(createPinia()).use(PiniaColada).mount(root);
  await expect.poll(() => root.querySelector('li button')?.textContent).toMatch(/Wang Fang[^]*80\.00/);
  app.unmount();
});
