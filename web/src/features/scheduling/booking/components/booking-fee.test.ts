// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { PiniaColada } from '@pinia/colada';
import { createApp, h } from 'vue';
import { afterEach, expect, it, vi } from 'vitest';
import type { Doctor } from '@yunzhen/shared/directory/directory.contract';
import type { Appointment } from '@yunzhen/shared/scheduling/appointments.contract';
import { appTexts } from '../../../../app/texts/texts.ts';
import { sessionTokens } from '../../../../core/api/index.ts';
import { testGrant } from '../../../../core/api/testing/test-grant.ts';
import { needTexts, provideTexts, setLocale } from '../../../../core/i18n/index.ts';
import BookingFee from './booking-fee.vue';

afterEach(() => vi.unstubAllGlobals());

it('shows the fee in the department of the appointment, not in another one of the doctor', async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['booking']);
  const [id, cardiology] = ['0199f1de-7c0a-7d55-a4a5-2f7b9a0d6e11', '0199f1de-7c0a-7d55-a4a5-2f7b9a0d6e12'];
  const nothing = { en: '', zh: '' };
  const doctorAt = (amount: string): Doctor => ({
    id,
    name: '王芳',
    nameLatin: 'Wang Fang',
    title: nothing,
    bio: nothing,
    languages: [],
    yearsOfPractice: 5,
    licenceNumber: '1',
    advisesOnly: false,
    departmentIds: [],
    onDuty: false,
    pausedUntil: null,
    waiting: 0,
    connected: false,
    waitMinutes: null,
    portrait: null,
    rating: null,
    nextFreeAt: null,
    price: { 'walk-in': null, booked: { amount, currency: 'CNY' } },
  });
  vi.stubGlobal('fetch', async (address: string) =>
    Response.json({ items: [doctorAt(address.endsWith(`departmentId=${cardiology}`) ? '80.00' : '50.00')] }),
  );
  sessionTokens.accept(testGrant);
  const appointment = { doctor: { id }, department: { id: cardiology } } as Appointment;
  const root = document.createElement('div');
  const app = createApp(() => h(BookingFee, { appointment }));
  app.use(createPinia()).use(PiniaColada).mount(root);
  await expect.poll(() => root.textContent).toContain('80.00');
  app.unmount();
});
