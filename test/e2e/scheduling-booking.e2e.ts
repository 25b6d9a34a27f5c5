import { listAppointments } from '../../shared/src/scheduling/appointments.contract.ts';
import { listDoctors } from '../../shared/src/directory/directory.contract.ts';
import { readSchedule, saveSchedule } from '../../shared/src/scheduling/schedules.contract.ts';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { unsealed } from './support/browser-storage.ts';
import { expect } from './support/expect.ts';
import { loseAnswers } from './support/lost-line.ts';
import { arrivesAs, newPatient } from './support/new-patient.ts';
import { endWhatIsOpen } from './support/open-visits.ts';
import { outsider } from './support/outsider.ts';
import { impatient, Person } from './support/person.ts';
import { test } from './support/test.ts';

/** Hours that start in some minutes must end on the same day: one of the two hospitals has that many minutes left. */
const hospitals = [
  { name: 'Lakeside Clinic', slug: 'lakeside', email: 'doctor@lakeside.demo.test', zone: 'Europe/Zurich' },
  { name: 'Wuzhen Internet Hospital', slug: 'wuzhen', email: 'doctor@demo.test', zone: 'Asia/Shanghai' },
];
const dayOf = (zone: string, at: number) => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(at);
const clock = (zone: string, at: number) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

/** Removes the doctor’s hours and bookings of today, so that only what is added afterwards is offered, whatever the time. */
async function freeToday({ slug, email, zone }: (typeof hospitals)[number], doctorId: string): Promise<void> {
  const client = await outsider(slug, email);
  const { weekly, exceptions, departmentIds, version } = await client.ok(readSchedule, { params: { doctorId } });
  const day = dayOf(zone, Date.now());
  const none = {
    kind: 'changed-hours' as const,
    day,
    departmentId: departmentIds[0] ?? '',
    from: '00:00',
    to: '00:05',
    slotMinutes: 5,
    bufferMinutes: 0,
    capacity: 1,
  };
  const planned = [...exceptions.filter((each) => each.day !== day), none];
  const body = { weekly, exceptions: planned, displaced: 'cancel' as const };
  await client.ok(saveSchedule, { params: { doctorId }, body, version });
}

test('a patient books a time that a doctor has just opened, moves it, and checks in', async ({ browser }) => {
  await endWhatIsOpen();
  const five = 5 * 60_000;
  const begin = Math.ceil((Date.now() + five) / five) * five;
  const isToday = (zone: string) => dayOf(zone, begin) === dayOf(zone, Date.now()) && clock(zone, begin) < '22:50';
  const place = hospitals.find((each) => isToday(each.zone));
  if (!place) throw new Error('in both hospitals it is too late to book today');
  const { name: hospital, zone } = place;

  const doctor = await Person.signedIn(browser, 'Doctor', { hospital, at: null });
  const hours = doctor.page.waitForResponse(/\/api\/doctors\/[0-9a-f-]{36}\/schedule$/);
  await doctor.page.goto('/schedule');
  const doctorId = /doctors\/([0-9a-f-]{36})/.exec((await hours).url())?.[1] ?? '';
  await freeToday(place, doctorId);
  await doctor.page.reload();
  await doctor.page.getByRole('button', { name: 'Add exception' }).click();
  await doctor.page.getByRole('combobox', { name: 'Type' }).last().click();
  await doctor.page.getByRole('option', { name: 'Extra hours' }).click();
  const exception = doctor.page.getByRole('group', { name: /^Extra hours/ }).last();
  await exception.getByLabel('From').fill(clock(zone, begin));
  await exception.getByLabel('To', { exact: true }).fill(clock(zone, begin + 12 * five));
  await exception.getByLabel('Slot (minutes)', { exact: true }).fill('5');
  await expectAccessibleInEach(doctor.page, 'hours');
  await doctor.page.getByRole('button', { name: 'Save' }).click();
  await expect(doctor.page.getByText('Hours saved')).toBeVisible();
  await doctor.page.goto('/day');
  await expect(doctor.page.getByText(/available time/).first()).toBeVisible();

  const patient = await Person.signedIn(browser, 'Patient', { device: 'phone', hospital, at: null });
  const { page } = patient;
  await page.goto(`/book/${doctorId}`);
  const times = page.getByRole('group', { name: /^Time/ }).getByRole('radio');
  await times.first().check({ force: true });
  await page.getByRole('button', { name: 'Continue with this time' }).click();
  await expect(page.getByRole('timer')).toBeVisible();
  await page.getByRole('button', { name: 'Book this time' }).click();
  await expect(page.getByText('Fill this in.')).toBeVisible();
  await page.getByLabel('What is it about?').fill('Blood pressure, as agreed last month.');
  await expectAccessibleInEach(page, 'a held time');
  await page.getByRole('button', { name: 'Book this time' }).click();
  await expect(page.getByRole('heading', { name: 'Your appointment is booked' })).toBeVisible();
  await expectAccessibleInEach(page, 'a booked time');

  await page.getByRole('link', { name: 'Reschedule' }).click();
  await times.nth(1).check({ force: true });
  await page.getByRole('button', { name: 'Confirm new time' }).click();
  await expect(page.getByRole('heading', { name: 'Your appointment is booked' })).toBeVisible();

  await page.goto('/');
  await page.getByRole('link', { name: 'Check in now' }).click();
  await page.getByRole('button', { name: 'Check in' }).click();
  await expect(page).toHaveURL(/\/visits\/[0-9a-f-]{36}\/prepare/);
  await page.getByRole('button', { name: 'Cancel visit' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel visit' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect([...doctor.complaints, ...patient.complaints]).toEqual([]);
  await patient.leave();
  await doctor.leave();
});

test('a held time survives a reload; a retry after a lost connection books it once', async ({ browser }) => {
  const known = await newPatient();
  const { items } = await known.client.ok(listDoctors, { query: { q: 'Brunner' } });
  const person = await arrivesAs(browser, known, { timeouts: impatient });
  const { page } = person;
  const coming = async () => (await known.client.ok(listAppointments, { query: {} })).items;
  const heading = page.getByRole('heading', { level: 1 });
  const noLine = page.getByRole('main').getByText('No connection to the hospital');
  await page.goto(`/book/${items[0]?.id}`);
  const days = page.getByRole('group', { name: 'Day' }).getByRole('radio', { name: /, [1-9]\d* available times?$/ });
  const times = page.getByRole('group', { name: /^Time/ }).getByRole('radio');
  await days.nth(1).check({ force: true });
  await times.last().check({ force: true });
  await page.getByRole('button', { name: 'Continue with this time' }).click();
  await expect(page.getByRole('timer')).toBeVisible();
  const reason = page.getByLabel('What is it about?');
  // A danger sign replaces the button that books. Another text brings it back.
  await reason.fill('Chest pain since this morning.');
  const book = page.getByRole('button', { name: 'Book this time' });
  await book.click();
  await expect(page.getByTestId('red-flag-stop').getByRole('heading')).toBeFocused();
  await expect(book).toBeHidden();
  const anyway = page.getByRole('button', { name: 'I still want to book' });
  await expect(anyway).toBeDisabled();
  // What was confirmed about one text does not cover another one.
  await page.route('**/booking', (route) => route.abort());
  await page.getByRole('checkbox', { name: /This is not an emergency/ }).check();
  await anyway.click();
  await expect(noLine).toBeVisible();
  await page.unroute('**/booking');
  await reason.fill('Chest pain that spreads to my left arm.');
  await book.click();
  await expect(anyway).toBeDisabled();
  await reason.fill('A rash on both hands.');
  await expect(book).toBeVisible();
  await expect(page.getByTestId('visit-fee')).toContainText('You pay the hospital directly.');
  // From here on the page receives no events and has to query the result of its commands.
  await page.route(/socket\.io/, (route) => route.abort());
  await page.routeWebSocket(/socket\.io/, (socket) => socket.close());
  await expect.poll(() => unsealed(page, 'booking-reason')).toContain('A rash on both hands.');
  await page.reload();
  await expect(page.getByRole('timer')).toBeVisible();
  await expect(reason).toHaveValue('A rash on both hands.');
  expect((await coming()).map(({ status }) => status)).toEqual(['proposed']);

  const line = await loseAnswers(page, /\/api\/appointments/, /\/booking$/);
  await page.getByRole('button', { name: 'Book this time' }).click();
  await expect(noLine).toBeVisible();
  await expect(reason).toHaveValue('A rash on both hands.');
  await expectAccessibleInEach(page, 'booking without a line');
  await line.back();
  await page.getByRole('button', { name: 'Book this time' }).click();
  await expect(heading).toHaveText('Your appointment is booked');
  expect((await coming()).map(({ status }) => status)).toEqual(['booked']);
  expect(person.complaints).toEqual([]);
  await person.leave();
});
