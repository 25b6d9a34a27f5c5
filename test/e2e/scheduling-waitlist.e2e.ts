import type { Page } from '@playwright/test';
import { listDoctors } from '../../shared/src/directory/directory.contract.ts';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { unsealed } from './support/browser-storage.ts';
import { expect } from './support/expect.ts';
import { arrivesAs, newPatient } from './support/new-patient.ts';
import { expectNoSidewaysScroll } from './support/sideways-scroll.ts';
import { test } from './support/test.ts';

const times = (page: Page) => page.getByRole('group', { name: /^Time/ }).getByRole('radio');
const offeredWords = 'A time is available and held for you.';

/** Chooses the last time of a day other than today: a place that starts too soon is not offered to the waitlist. */
async function chooseTime(page: Page, doctorId: string): Promise<{ time: string; label: string }> {
  await page.goto(`/book/${doctorId}`);
  const days = page.getByRole('group', { name: 'Day' }).getByRole('radio', { name: /, [1-9]\d* available times?$/ });
  await days.nth(1).check({ force: true });
  await times(page).last().check({ force: true });
  const label = page.getByRole('group', { name: /^Time/ }).locator('label').last();
  const time = /\d\d:\d\d/.exec((await label.locator('[data-hospital-time]').textContent()) ?? '')?.[0] ?? '';
  return { time, label: (await label.textContent())?.trim() ?? '' };
}

test('one of two patients gets a time; when they cancel, the other is offered it and books it', async ({ browser }) => {
  const [known, other] = [await newPatient(), await newPatient()];
  const { items } = await known.client.ok(listDoctors, { query: { q: 'Brunner' } });
  const doctorId = items[0]?.id ?? '';
  const [first, second] = [await arrivesAs(browser, known), await arrivesAs(browser, other)];

  const { time, label } = await chooseTime(first.page, doctorId);
  expect(await chooseTime(second.page, doctorId)).toEqual({ time, label });
  // The second patient’s request is in flight while the first one’s is answered.
  const { promise: firstHolds, resolve: letGo } = Promise.withResolvers<undefined>();
  const hold = /\/api\/appointments$/;
  await second.page.route(hold, async (route) => {
    await firstHolds;
    await route.continue();
  });
  const pressed = second.page.waitForRequest((request) => request.method() === 'POST' && hold.test(request.url()));
  await second.page.getByRole('button', { name: 'Continue with this time' }).click();
  await pressed;
  await first.page.getByRole('button', { name: 'Continue with this time' }).click();
  await expect(first.page.getByRole('timer')).toBeVisible();
  letGo(undefined);
  await expect(second.page.getByRole('alert').filter({ hasText: 'This time was just taken' })).toBeVisible();
  await expect(times(second.page).and(second.page.getByLabel(label, { exact: true }))).toHaveCount(0);
  await expectAccessibleInEach(second.page, 'a time that somebody else got');
  await expectNoSidewaysScroll(second.page, 'a time that somebody else got');
  await second.page.unroute(hold);

  await first.page.getByLabel('What is it about?').fill('Blood pressure, as agreed last month.');
  await first.page.getByRole('button', { name: 'Book this time' }).click();
  await expect(first.page.getByRole('heading', { name: 'Your appointment is booked' })).toBeVisible();

  await second.page.getByRole('link', { name: 'Notify me when a time is available' }).click();
  await second.page.getByRole('button', { name: 'Join waitlist' }).click();
  await expect(second.page.getByRole('heading', { name: /^You are on the waitlist for/ })).toBeVisible();
  await expect(second.page.getByText('No suitable time?')).toHaveCount(0);
  await second.page.getByRole('main').getByRole('link', { name: 'Choose a time' }).click();
  await expect(second.page.getByRole('link', { name: 'View or leave waitlist' })).toBeVisible();
  await expect(second.page.getByRole('link', { name: 'Notify me when a time is available' })).toHaveCount(0);
  await expectAccessibleInEach(second.page, 'the times of a doctor for whom the patient waits');
  await second.page.goto('/appointments');
  const waits = second.page.getByRole('region', { name: 'Waitlists' }).getByRole('link');
  await expect(waits).toHaveCount(1);
  await expect(waits).toContainText('You are on the waitlist for');
  await expectAccessibleInEach(second.page, 'a list with somebody who waits for a time');

  await first.page.getByRole('button', { name: 'Cancel appointment' }).click();
  await first.page.getByRole('dialog').getByRole('button', { name: 'Cancel appointment' }).click();
  await expect(first.page.getByRole('heading', { name: 'Cancelled' })).toBeVisible();
  // The waiting patient’s open page updates automatically.
  await expect(waits).toContainText(offeredWords);
  await expect(second.page.getByText('Held for you', { exact: true })).toBeVisible();
  await expectAccessibleInEach(second.page, 'a list with a time that is kept for them');
  await expectNoSidewaysScroll(second.page, 'a list with a time that is kept for them');

  // The patient who cancelled cannot book it while it is offered to the other.
  await first.page.getByRole('link', { name: 'Book appointment' }).click();
  const again = first.page
    .getByRole('group', { name: 'Day' })
    .getByRole('radio', { name: /, [1-9]\d* available times?$/ });
  await again.nth(1).check({ force: true });
  await expect(times(first.page).first()).toBeAttached();
  await expect(times(first.page).and(first.page.getByLabel(label, { exact: true }))).toHaveCount(0);

  await waits.click();
  const heading = second.page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('A time is available for you');
  await expect(second.page.getByRole('main')).toContainText(time);
  await expectAccessibleInEach(second.page, 'a time that became free');
  await expectNoSidewaysScroll(second.page, 'a time that became free');
  await second.page.getByLabel('What is it about?').fill('A rash on both hands.');
  await expect.poll(() => unsealed(second.page, 'booking-reason')).toContain('A rash on both hands.');
  await second.page.reload();
  await expect(heading).toHaveText('A time is available for you');
  await expect(second.page.getByLabel('What is it about?')).toHaveValue('A rash on both hands.');
  await second.page.getByRole('button', { name: 'Book this time' }).click();
  await expect(heading).toHaveText('Your appointment is booked');
  await second.page.getByRole('link', { name: 'Appointments' }).click();
  const row = second.page.getByRole('main').getByRole('link', { name: /Clara Brunner/ });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('Booked');
  await expect(row).toContainText(time);
  await expect(second.page.getByRole('region', { name: 'Waitlists' })).toHaveCount(0);
  expect([...first.complaints, ...second.complaints]).toEqual([]);
  await Promise.all([first.leave(), second.leave()]);
});
