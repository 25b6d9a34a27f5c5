import type { Locator, Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInEach } from './support/accessibility.ts';
import { bookedTime } from './support/booked-time.ts';
import { colleague } from './support/colleague.ts';
import { expect } from './support/expect.ts';
import { messagesTo, nextMessage } from './support/mailbox.ts';
import { arrivesAs, newPatient } from './support/new-patient.ts';
import { Person } from './support/person.ts';
import { expectNoSidewaysScroll } from './support/sideways-scroll.ts';
import { test } from './support/test.ts';

const hospital = 'Lakeside Clinic';

async function looked(page: Page, name: string): Promise<void> {
  await expectAccessibleInEach(page, name);
  await expectNoSidewaysScroll(page, name);
}

/** Books the last time of a doctor without a demo card for a new patient. */
async function bookedByNewPatient() {
  const patient = await newPatient();
  const { id, startsAt, endsAt, timeZone } = await bookedTime(patient.client, 'Keller');
  // The message about the booking, after the code of the sign-up: later ones are counted.
  await nextMessage(patient.email, 'lakeside', 1);
  const written = (locale: string, options: Intl.DateTimeFormatOptions) => (at: string) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(new Date(at));
  const clock = written('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return { patient, appointmentId: id, day: written('sv-SE', {})(startsAt), from: clock(startsAt), to: clock(endsAt) };
}

test('an administrator removes hours with bookings: these are listed, then kept, or cancelled and notified', async ({
  browser,
}) => {
  const { patient, appointmentId, day, from, to } = await bookedByNewPatient();
  const phone = await arrivesAs(browser, patient);
  await phone.page.goto(`/appointments/${appointmentId}`);
  const heading = phone.page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Your appointment is booked');

  const boss = await Person.signedIn(browser, 'Administrator', { hospital, at: null });
  const { page } = boss;
  await page.goto('/schedules');
  await page.getByRole('searchbox').fill('Keller');
  await page.getByRole('link', { name: new RegExp(colleague.name) }).press('Enter');
  await expect(page).toHaveURL(/\/schedules\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(colleague.name);

  const off = page.getByRole('group', { name: /^Day off/ });
  const save = page.getByRole('button', { name: 'Save', exact: true });
  // While the save before ends, the button ignores a press, and says so.
  const pressSave = async () => {
    await expect(save).toBeEnabled();
    await save.press('Enter');
  };
  const dialog = page.getByRole('dialog');
  const saved = page.getByText('Hours saved');
  const unsaved = page.getByText('Not saved. Changes stay in this tab.');
  // The hours may load after the name.
  await expect(page.getByRole('button', { name: 'Add exception' })).toBeVisible();
  const before = await off.count();
  async function awayMeanwhile(): Promise<Locator> {
    await page.getByRole('button', { name: 'Add exception' }).press('Enter');
    const row = off.last();
    await row.getByLabel('Day', { exact: true }).fill(day);
    await row.getByRole('checkbox', { name: 'All day' }).uncheck();
    await row.getByLabel('From').fill(from);
    return row;
  }

  await test.step('hours that end before they start move the focus back to the field', async () => {
    const row = await awayMeanwhile();
    const end = row.getByLabel('To', { exact: true });
    await end.fill('00:05');
    await pressSave();
    await expect(end).toBeFocused();
    await expect(page.getByText('The end must be after the start.')).toBeVisible();
    await looked(page, 'hours of a doctor with a fault');
    await end.fill(to);
  });

  await test.step('the displaced bookings are listed, and nothing is saved before a decision', async () => {
    await pressSave();
    await expect(dialog).toContainText('1 booked appointment no longer fits');
    const lost = dialog.getByRole('listitem');
    await expect(lost).toHaveCount(1);
    await expect(lost).toContainText(from);
    // Planners of hours read no chart, so the name is hidden.
    await expect(lost).not.toContainText('Keller');
    await looked(page, 'an appointment that loses its time');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(save).toBeFocused();
    await expect(unsaved).toBeVisible();
    await page.reload();
    await expect(off).toHaveCount(before + 1);
    await expect(unsaved).toBeVisible();
  });

  const messages = await messagesTo(patient.email, 'lakeside');
  await test.step('kept bookings stay, and no notification is sent', async () => {
    await pressSave();
    await dialog.getByRole('button', { name: 'Save and keep appointments' }).press('Enter');
    await expect(saved).toBeVisible();
    await expect(dialog).toBeHidden();
    await phone.page.reload();
    await expect(heading).toHaveText('Your appointment is booked');
    expect(await messagesTo(patient.email, 'lakeside')).toBe(messages);
  });

  await test.step('a cancelled booking is shown on the patient’s open page and notified', async () => {
    // The booking is already cancelled, so the hours are restored first.
    await off
      .last()
      .getByRole('button', { name: /^Remove exception/ })
      .press('Enter');
    await pressSave();
    await expect(off).toHaveCount(before);
    await expect(unsaved).toBeHidden();
    const row = await awayMeanwhile();
    await row.getByLabel('To', { exact: true }).fill(to);
    await pressSave();
    await dialog.getByRole('button', { name: 'Save and cancel appointments' }).press('Enter');
    await expect(dialog).toBeHidden();
    await expect(phone.page.getByText('The hospital had to cancel this appointment.')).toBeVisible();
    expect(await nextMessage(patient.email, 'lakeside', messages)).toContain('was cancelled');
    await expectAccessible(phone.page, 'an appointment that the hospital cancelled');
  });

  await off
    .last()
    .getByRole('button', { name: /^Remove exception/ })
    .press('Enter');
  // The keyboard focus stays in the exceptions.
  await expect(page.locator(':focus')).toHaveAccessibleName(/^(Remove exception|Add exception)/);
  // Nothing lies below the frame of a staff page, which never scrolls itself.
  const below = await page.evaluate(
    () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
  );
  expect(below).toBe(0);
  await pressSave();
  await expect(unsaved).toBeHidden();
  expect([...boss.complaints, ...phone.complaints]).toEqual([]);
  await Promise.all([boss.leave(), phone.leave()]);
});

test('a doctor sees the week once, and a click or a fault opens the fields of its hours', async ({ browser }) => {
  const doctor = await Person.signedIn(browser, 'Doctor', { hospital, at: null });
  const { page } = doctor;
  await page.goto('/schedule');
  const fields = page.getByRole('group', { name: /day \d\d:\d\d/ });
  const session = page
    .getByRole('list', { name: 'Week' })
    .getByRole('button', { name: /^Edit hours on/ })
    .first();
  const end = fields.getByLabel('To', { exact: true });
  await expect(session).toBeVisible();
  await expect(fields).toHaveCount(0);
  await session.press('Enter');
  await expect(fields).toHaveCount(1);
  await expect(fields.getByLabel('From', { exact: true })).toBeFocused();
  await looked(page, 'hours with open fields');
  await end.fill('00:05');
  await session.press('Enter');
  await expect(fields).toHaveCount(0);
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
  await expect(end).toBeFocused();
  await expect(page.getByText('The end must be after the start.')).toBeVisible();
  await page.getByRole('button', { name: 'Discard changes' }).press('Enter');
  await expect(fields).toHaveCount(0);
  expect(doctor.complaints).toEqual([]);
  await doctor.leave();
});
