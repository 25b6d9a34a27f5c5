import type { Page } from '@playwright/test';
import {
  bookAppointment,
  holdAppointment,
  listSlots,
  openAppointment,
} from '../../shared/src/scheduling/appointments.contract.ts';
import { listDoctors } from '../../shared/src/directory/directory.contract.ts';
import { openIntakeDraft } from '../../shared/src/intake/intake.contract.ts';
import { readSchedule, saveSchedule } from '../../shared/src/scheduling/schedules.contract.ts';
import { hoursOf } from '../support/appointment-steps.ts';
import { answerDangers } from '../support/danger-page.ts';
import { expect } from './support/expect.ts';
import { endWhatIsOpen } from './support/open-visits.ts';
import { outsider } from './support/outsider.ts';
import { chooseTopic } from './support/patient-steps.ts';
import { impatient, Person } from './support/person.ts';
import { test } from './support/test.ts';

const hospital = 'Lakeside Clinic';

test('answers given ahead without a network are used once, in the visit that starts on this device', async ({
  browser,
}) => {
  await endWhatIsOpen();
  const api = await outsider('lakeside', 'patient@lakeside.demo.test');
  const { items } = await api.ok(listDoctors, { query: { q: 'Brunner' } });
  const [{ id: doctorId, departmentIds } = { id: '', departmentIds: [] }] = items;
  const departmentId = departmentIds[0] ?? '';
  // The next appointment is always near, whatever the hour.
  const doctor = await outsider('lakeside', 'doctor@lakeside.demo.test');
  const known = await doctor.ok(readSchedule, { params: { doctorId } });
  const hours = async (weekly: typeof known.weekly, exceptions: typeof known.exceptions) => {
    const { version } = await doctor.ok(readSchedule, { params: { doctorId } });
    await doctor.ok(saveSchedule, { params: { doctorId }, version, body: { weekly, exceptions, displaced: 'keep' } });
  };
  const bookFirst = async () => {
    const { days } = await api.ok(listSlots, { params: { doctorId }, query: { departmentId, days: 2 } });
    // Not one that begins while it is being booked.
    const isAhead = ({ startsAt }: { startsAt: string }) => Date.parse(startsAt) > Date.now() + 60_000;
    const startsAt = days.flatMap(({ slots }) => slots).find(isAhead)?.startsAt ?? '';
    const { id } = await api.ok(holdAppointment, { body: { doctorId, departmentId, startsAt } });
    await api.ok(bookAppointment, { params: { appointmentId: id }, body: { reason: 'Cough for two weeks' } });
    return id;
  };
  let appointmentId = '';
  try {
    await hours(hoursOf(departmentId, { from: '00:00', to: '23:45' }), []);
    appointmentId = await bookFirst();
  } finally {
    // Other tests use the same doctor’s hours.
    await hours(known.weekly, known.exceptions);
  }
  const params = { appointmentId };

  const patient = await Person.signedIn(browser, 'Patient', {
    device: 'phone',
    hospital,
    at: null,
    timeouts: impatient,
  });
  const { context } = patient;
  const ahead = patient.page;
  await ahead.goto(`/appointments/${appointmentId}/prepare`);
  await chooseTopic(ahead);
  const saved = ahead.getByTestId('intake-saved');
  await expect(saved).toHaveAttribute('data-phase', 'saved');
  await context.setOffline(true);
  await ahead.getByRole('radio', { name: 'A few weeks' }).check();
  await expect(saved).toHaveAttribute('data-phase', 'away');
  await ahead.close();
  await context.setOffline(false);

  const { visitId } = await api.ok(openAppointment, { params });
  await answerDangers(api, { visitId });
  const page = await context.newPage();
  // The page’s program loads after the session; the stored answers are found all the same.
  const isSignedIn = page.waitForResponse(/\/api\/notifications\/unread$|\/api\/sessions\/current\/refresh$/);
  await page.route(/\/assets\/prepare-[^/]+\.js$/, async (route) => {
    await isSignedIn;
    await route.continue();
  });
  await page.goto(`/visits/${visitId}/prepare`);
  await expect(page.getByRole('radio', { name: 'A few weeks' })).toBeChecked();
  const held = async () => (await api.ok(openIntakeDraft, { body: { visitId } })).content?.duration;
  await expect.poll(held).toBe('weeks');

  // A new answer is not overwritten by an older stored one.
  await page.getByRole('radio', { name: 'A few days' }).check();
  await expect.poll(held).toBe('days');
  await page.reload();
  await expect(page.getByRole('radio', { name: 'A few days' })).toBeChecked();
  expect(patient.complaints).toEqual([]);

  // Signing out on another page leaves no answers behind.
  await context.setOffline(true);
  await page.getByRole('radio', { name: 'A few weeks' }).check();
  await expect(page.getByTestId('intake-saved')).toHaveAttribute('data-phase', 'away');
  const other = await context.newPage();
  await page.close();
  await context.setOffline(false);
  await other.goto('/visits');
  expect(await keptIn(other)).toEqual({ texts: 1, keys: 1 });
  await other.getByRole('button', { name: /^Account:/ }).click();
  await other.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(other).toHaveURL(/sign-in/);
  await expect.poll(() => keptIn(other)).toEqual({ texts: 0, keys: 0 });
  await endWhatIsOpen();
  await patient.leave();
});

/** Returns the number of answers, and of keys to decrypt them, that this browser stores. */
function keptIn(page: Page): Promise<{ texts: number; keys: number }> {
  return page.evaluate(async () => {
    const answered = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('refused'));
      });
    const database = await answered(indexedDB.open('yunzhen.drafts'));
    const count = (store: string) => answered(database.transaction(store).objectStore(store).count());
    const kept = { texts: await count('texts'), keys: await count('keys') };
    database.close();
    return kept;
  });
}
