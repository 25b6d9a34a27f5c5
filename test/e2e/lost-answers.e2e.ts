import type { Locator, Page } from '@playwright/test';
import { listAppointments, listWaitlist, readAppointment } from '../../shared/src/scheduling/appointments.contract.ts';
import { listDoctors } from '../../shared/src/directory/directory.contract.ts';
import { readAccount } from '../../shared/src/accounts/auth.contract.ts';
import { readFamily } from '../../shared/src/accounts/family.contract.ts';
import { readIdentity } from '../../shared/src/accounts/identity.contract.ts';
import { readChart } from '../../shared/src/chart/chart.contract.ts';
import { listRecordExports } from '../../shared/src/records/record-exports.contract.ts';
import { listVisits } from '../../shared/src/visits/visits.contract.ts';
import { inventedResidentNumber } from '../../shared/src/accounts/resident-number.ts';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { bookedTime, chooseLastDay } from './support/booked-time.ts';
import { expect } from './support/expect.ts';
import { loseAnswers } from './support/lost-line.ts';
import { messagesTo } from './support/mailbox.ts';
import { arrivesAs, newPatient } from './support/new-patient.ts';
import { changeTimeouts } from './support/page-timeouts.ts';
import { impatient } from './support/person.ts';
import { expectNoSidewaysScroll } from './support/sideways-scroll.ts';
import { test } from './support/test.ts';

/** When the response to a command is lost, only the server knows the result: it runs once, and the page finds out. */

const appointments = /\/api\/appointments/;

async function looked(page: Page, step: string): Promise<void> {
  await expectAccessibleInEach(page, step);
  await expectNoSidewaysScroll(page, step);
}

test('an appointment is moved once, by a retry and by a page that finds out the result', async ({ browser }) => {
  const known = await newPatient();
  const { id, timeZone } = await bookedTime(known.client, 'Brunner');
  const now = () => known.client.ok(readAppointment, { params: { appointmentId: id } });
  const person = await arrivesAs(browser, known, { timeouts: impatient });
  const { page } = person;
  const main = page.getByRole('main');
  const heading = page.getByRole('heading', { level: 1 });
  const times = page.getByRole('group', { name: /^Time/ }).getByRole('radio');
  const take = page.getByRole('button', { name: 'Confirm new time' });

  await page.goto(`/appointments/${id}/reschedule`);
  await chooseLastDay(page);
  await times.first().check({ force: true });
  const line = await loseAnswers(page, appointments, /\/rescheduling$/);
  await take.press('Enter');
  await expect(main.getByText('No connection to the hospital')).toBeVisible();
  expect((await now()).moves).toBe(1);
  await looked(page, 'moving without a line');
  line.backWithNextPress();
  await take.press('Enter');
  await expect(heading).toHaveText('Your appointment is booked');
  await expect(main.getByText('Your appointment was rescheduled.')).toBeVisible();
  expect(line.heard()).toBe(2);
  const once = await now();
  expect(once.moves).toBe(1);
  await expect(main).toContainText(
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(once.startsAt)),
  );
  await looked(page, 'a moved appointment');
  await line.back();

  // Only the response is lost: reloading the appointment shows the result as well.
  await page.getByRole('link', { name: 'Reschedule' }).click();
  await chooseLastDay(page);
  await times.last().check({ force: true });
  await loseAnswers(page, /\/rescheduling$/, /\/rescheduling$/);
  await take.press('Enter');
  await expect(heading).toHaveText('Your appointment is booked');
  await expect(main.getByText('Your appointment was rescheduled.')).toBeVisible();
  const twice = await now();
  expect(twice.moves).toBe(2);
  expect(twice.startsAt).not.toBe(once.startsAt);
  expect(person.complaints).toEqual([]);
  await person.leave();
});

test('an appointment is cancelled once; nothing happens offline, and the page finds out the result', async ({
  browser,
}) => {
  const known = await newPatient();
  const { id } = await bookedTime(known.client, 'Brunner');
  const now = () => known.client.ok(readAppointment, { params: { appointmentId: id } });
  const person = await arrivesAs(browser, known, { timeouts: impatient });
  const { page } = person;
  const heading = page.getByRole('heading', { level: 1 });
  const dialog = page.getByRole('dialog');
  const cancel = dialog.getByRole('button', { name: 'Cancel appointment' });

  await page.goto(`/appointments/${id}`);
  await page.getByRole('button', { name: 'Cancel appointment' }).press('Enter');
  await page.route(appointments, (route) => route.abort());
  await cancel.press('Enter');
  await expect(dialog.getByText('No connection to the hospital')).toBeVisible();
  expect((await now()).status).toBe('booked');
  await looked(page, 'cancelling without a line');
  await page.unroute(appointments);

  const line = await loseAnswers(page, /\/cancellation$/, /\/cancellation$/);
  await cancel.press('Enter');
  await page.keyboard.press('Enter');
  await expect(heading).toHaveText('Cancelled');
  await expect(dialog).toBeHidden();
  // The focused element is gone, so the focus moves to the result.
  await expect(heading).toBeFocused();
  expect(line.heard()).toBe(1);
  await looked(page, 'an appointment cancelled over a lost answer');
  await line.back();
  await page.reload();
  await expect(heading).toHaveText('Cancelled');
  const { items } = await known.client.ok(listAppointments, { query: { when: 'past' } });
  expect(items.map(({ status }) => status)).toEqual(['cancelled']);
  expect(person.complaints).toEqual([]);
  await person.leave();
});

test('an identity verification with a lost response uses one attempt', async ({ browser }) => {
  const known = await newPatient('wuzhen');
  const person = await arrivesAs(browser, known, { timeouts: impatient });
  const { page } = person;
  const main = page.getByRole('main');
  const number = page.getByRole('textbox', { name: 'Number' });
  // The demo register accepts each of these numbers, and each belongs to another person.
  const order = test.info().repeatEachIndex * 50;
  const own = inventedResidentNumber({ birthDate: '1990-04-05', sex: 'female' }, order);

  await page.goto('/identity');
  await number.fill(own);
  const line = await loseAnswers(page, /\/api\/identity/, /\/checks$/);
  await number.press('Enter');
  await expect(main.getByText('No connection to the hospital')).toBeVisible();
  await expect(number).toHaveValue(own);
  await looked(page, 'proving who one is without a line');
  line.backWithNextPress();
  await page.getByRole('button', { name: 'Verify' }).press('Enter');
  await expect(main.getByText('Identity verified')).toBeVisible();
  await page.reload();
  await expect(main.getByText('Identity verified')).toBeVisible();
  expect((await known.client.ok(readIdentity)).attemptsLeft).toBe(4);
  expect(person.complaints).toEqual([]);
  await person.leave();
});

test('closing an account, and withdrawing this, happen once despite lost responses, and the page queries the state', async ({
  browser,
}) => {
  const known = await newPatient();
  const person = await arrivesAs(browser, known, { timeouts: impatient });
  const { page } = person;
  const asked = page.getByTestId('closing-asked');
  const password = page.getByRole('textbox', { name: 'Your password' });
  const before = await messagesTo(known.email, known.hospital);

  await page.goto('/account/closing');
  await page.getByRole('button', { name: 'Close my account' }).press('Enter');
  await password.fill(known.password);
  await page.route(/\/api\/account\/closing/, (route) => route.abort());
  await password.press('Enter');
  await expect(page.getByRole('main').getByText('No connection to the hospital')).toBeVisible();
  await expect(asked).toBeHidden();
  await looked(page, 'closing an account without a line');
  await page.unroute(/\/api\/account\/closing/);
  let lost = 0;
  await page.route(/\/api\/account\/closing/, async (route) => {
    if (route.request().method() === 'GET') return route.continue();
    if (lost++ === 0) await route.fetch();
    return route.abort();
  });
  await password.press('Enter');
  await expect(asked).toContainText('Your account will be closed after');
  await page.reload();
  await expect(asked).toContainText('Your account will be closed after');
  await expect.poll(() => messagesTo(known.email, known.hospital)).toBe(before + 1);

  lost = 0;
  await page.getByRole('button', { name: 'Keep my account' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Close my account' })).toBeVisible();
  await expect(asked).toBeHidden();
  await expect(page.getByRole('main').getByText('No connection to the hospital')).toBeHidden();
  await expect.poll(() => messagesTo(known.email, known.hospital)).toBe(before + 2);
  expect(person.complaints).toEqual([]);
  await person.leave();
});

test('a copy of the record is requested once despite a lost response, and is shown after a reload', async ({
  browser,
}) => {
  const known = await newPatient();
  const person = await arrivesAs(browser, known, { timeouts: impatient });
  const { page } = person;
  const password = page.getByRole('textbox', { name: 'Your password' });

  await page.goto('/account/record-copy');
  await page.getByRole('button', { name: 'Request a copy' }).press('Enter');
  await password.fill(known.password);
  const line = await loseAnswers(page, /\/api\/record-exports/, /\/record-exports$/);
  await password.press('Enter');
  await expect(page.getByRole('main').getByText('No connection to the hospital')).toBeVisible();
  await looked(page, 'asking for a copy without a line');
  await line.back();
  await page.reload();
  await expect(page.getByTestId('copy-in-making').or(page.getByTestId('copy-ready'))).toBeVisible();
  const { items, left } = await known.client.ok(listRecordExports);
  expect([items.length, left]).toEqual([1, 2]);
  expect(person.complaints).toEqual([]);
  await person.leave();
});

test('a waitlist is joined and left once despite lost responses, and the page finds out the result', async ({
  browser,
}) => {
  const known = await newPatient();
  const { items } = await known.client.ok(listDoctors, { query: { q: 'Brunner' } });
  const waits = async () => (await known.client.ok(listWaitlist)).items.length;
  const person = await arrivesAs(browser, known, { timeouts: impatient });
  const { page } = person;
  const box = page.getByRole('region', { name: /^(No suitable time\?|You are on the waitlist for)/ });
  const join = box.getByRole('button', { name: 'Join waitlist' });

  await page.goto(`/book/${items[0]?.id}/waitlist`);
  await expect(join).toBeVisible();
  const line = await loseAnswers(page, /\/api\/waitlist-entries/, /\/waitlist-entries$/);
  await join.press('Enter');
  await expect(box.getByText('No connection to the hospital')).toBeVisible();
  expect(await waits()).toBe(1);
  // A button half under the bar at the top is not an error.
  await page.evaluate(() => scrollTo(0, 0));
  await looked(page, 'joining a waitlist without a line');
  line.backWithNextPress();
  await join.press('Enter');
  await expect(box.getByText(/^You are on the waitlist for/)).toBeVisible();
  await expect(box.getByText('No connection to the hospital')).toBeHidden();
  expect(await waits()).toBe(1);
  await line.back();

  await loseAnswers(page, /\/departure$/, /\/departure$/);
  await box.getByRole('button', { name: 'Leave waitlist' }).press('Enter');
  await expect(join).toBeVisible();
  await expect(box.getByText('No connection to the hospital')).toBeHidden();
  expect(await waits()).toBe(0);
  expect(person.complaints).toEqual([]);
  await person.leave();
});

test('a child is added once despite a lost response, also from a form that was opened again', async ({ browser }) => {
  const known = await newPatient();
  const children = async () => (await known.client.ok(readFamily)).dependants.length;
  const person = await arrivesAs(browser, known, { timeouts: impatient });
  const { page } = person;
  const add = page.getByRole('button', { name: 'Add', exact: true });
  const open = page.getByRole('button', { name: 'Add child' });

  await page.goto('/family');
  await open.press('Enter');
  await page.getByRole('textbox', { name: 'Legal name' }).fill('Ben Keller');
  await page.getByLabel('Date of birth').fill('2019-03-02');
  await page.getByRole('combobox', { name: 'Sex' }).selectOption('male');
  await page.getByRole('checkbox', { name: 'I am this child’s legal guardian.' }).check();
  const line = await loseAnswers(page, /\/api\/family/, /\/children$/);
  await add.press('Enter');
  await expect(page.getByRole('main').getByText('No connection to the hospital')).toBeVisible();
  expect(await children()).toBe(1);
  await page.getByRole('button', { name: 'Cancel' }).press('Enter');
  await open.press('Enter');
  line.backWithNextPress();
  await add.press('Enter');
  await expect(page.getByRole('button', { name: 'Act for Ben Keller' })).toBeVisible();
  expect(line.heard()).toBe(2);
  expect(await children()).toBe(1);
  expect(person.complaints).toEqual([]);
  await person.leave();
});

test('a response that never arrives is shown as late; retrying reads it and runs a command once', async ({
  browser,
}) => {
  const known = await newPatient();
  // Only what never arrives is late: on a busy machine everything else may take longer.
  const [impatience, patience] = [{ 'api.deadline': 4_000 }, { 'api.deadline': 20_000 }];
  const person = await arrivesAs(browser, known, { timeouts: impatience, at: null });
  const { page } = person;
  const main = page.getByRole('main');
  const departments = /\/api\/departments/;

  await page.route(departments, () => undefined);
  await page.goto('/departments');
  await expect(main.getByText('The hospital is taking too long to respond')).toBeVisible();
  await looked(page, 'a list whose answer is late');
  await changeTimeouts(page, patience);
  await page.unroute(departments);
  await main.getByRole('button', { name: 'Try again' }).press('Enter');
  await main.getByRole('link', { name: /^General Practice/ }).click();
  await main.getByRole('link', { name: /Clara Brunner/ }).click();

  const keys: (string | undefined)[] = [];
  const visits = (url: URL) => url.pathname === '/api/visits';
  await page.route(visits, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    keys.push(route.request().headers()['idempotency-key']);
    if (keys.length > 1) return route.continue();
    await route.fetch();
  });
  await page.getByRole('textbox', { name: 'Your symptoms or question' }).fill('A cough for a week.');
  const go = page.getByRole('button', { name: 'Continue' });
  await changeTimeouts(page, impatience);
  await go.press('Enter');
  await expect(main.getByText('We don’t know yet whether this was saved. Try again')).toBeVisible();
  await changeTimeouts(page, patience);
  await looked(page, 'a command whose answer is late');
  await go.press('Enter');
  await expect(page).toHaveURL(/\/prepare$/);
  expect(keys[0]).toBeTruthy();
  expect(keys).toEqual([keys[0], keys[0]]);
  expect((await known.client.ok(listVisits, { query: {} })).items).toHaveLength(1);
  expect(person.complaints).toEqual([]);
  await person.leave();
});

test('each entry of the record is added once despite a lost response and a second click', async ({ browser }) => {
  const known = await newPatient();
  const person = await arrivesAs(browser, known, { at: '/record', timeouts: impatient });
  const { page } = person;
  const twice = async (address: RegExp, press: Locator) => {
    const line = await loseAnswers(page, address, address);
    await press.press('Enter');
    await expect(page.getByText('No connection to the hospital')).toBeVisible();
    line.backWithNextPress();
    await press.press('Enter');
    // The form closes when the response arrives.
    await expect(press).toBeHidden();
    expect(line.heard()).toBe(2);
    await line.back();
  };
  const save = page.getByRole('button', { name: 'Save', exact: true });

  await page.getByRole('button', { name: 'Add allergy' }).click();
  await page.getByLabel('Add allergy').fill('penicillin');
  await twice(/\/allergies$/, save);
  await page.getByRole('button', { name: 'Add condition' }).click();
  await page.getByLabel('Add condition').fill('hay fever in May');
  await twice(/\/conditions$/, page.getByRole('button', { name: 'Use free text' }));
  await page.getByRole('button', { name: 'Add medicine' }).click();
  await page.getByLabel('Add medicine').fill('drops for the eyes');
  await twice(/\/medication-statements$/, save);
  await page.getByRole('button', { name: 'Add measurement' }).click();
  await page.getByRole('textbox', { name: 'Value' }).fill('70.2');
  await twice(/\/observations$/, save);

  const { patientId } = await known.client.ok(readAccount);
  const { allergies, conditions, medicines, observations } = await known.client.ok(readChart, {
    params: { patientId: patientId ?? '' },
  });
  expect([allergies, conditions, medicines, observations].map(({ length }) => length)).toEqual([1, 1, 1, 1]);
  expect(person.complaints).toEqual([]);
  await person.leave();
});
