import type { Page } from '@playwright/test';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { interceptApi } from './support/api-interception.ts';
import { chooseLastDay } from './support/booked-time.ts';
import { expect } from './support/expect.ts';
import { arrivesAs, newPatient } from './support/new-patient.ts';
import { impatient, Person } from './support/person.ts';
import { test } from './support/test.ts';

/** States of patients’ pages that no address alone leads to: empty, unavailable, one of many, asking before an action. */

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).first();

async function opened(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(heading(page)).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** Links and buttons of the header, the navigation and beside the titles that are smaller than 44 px. */
const smallTargets = (page: Page) =>
  page
    .locator('header :is(a, button), nav a, main h2 + a')
    .filter({ visible: true })
    .evaluateAll((targets) =>
      targets.flatMap((target) => {
        const { width, height } = target.getBoundingClientRect();
        return Math.min(width, height) < 44 ? [`${target.textContent || target.ariaLabel}: ${width} × ${height}`] : [];
      }),
    );

test('empty pages of a new patient say so', async ({ browser }) => {
  const known = await newPatient();
  const person = await arrivesAs(browser, known);
  const { page } = person;
  for (const address of ['/', '/visits', '/prescriptions', '/appointments', '/record', '/messages']) {
    await opened(page, address);
    await expectAccessibleInEach(page, `${address} with nothing in it`);
    expect.soft(await smallTargets(page), address).toEqual([]);
  }
  expect(person.complaints).toEqual([]);
  await person.leave();
});

test('a page whose data fail to load says so, keeps its navigation, and loads on retry', async ({ browser }) => {
  const person = await Person.signedIn(browser, 'Patient', { device: 'phone', at: null, timeouts: impatient });
  const { page } = person;
  // The session is refreshed but the page’s data fail: a connection that broke in between.
  const facts = /\/api\/(visits|prescriptions|appointments|notifications|departments|patients|family|record-exports)/;
  let broken = true;
  await interceptApi(page, 'Request', (request) =>
    broken && facts.test(request.url) ? request.fail() : request.pass(),
  );
  for (const address of ['/visits', '/prescriptions', '/appointments', '/departments', '/family']) {
    broken = true;
    await page.goto(address);
    const again = page.getByRole('main').getByRole('button', { name: 'Try again' }).first();
    await expect(again).toBeVisible();
    // The part that says so is the same on every page.
    if (address === '/visits') await expectAccessibleInEach(page, `${address} out of reach`);
    broken = false;
    await again.click();
    await expect(again).toBeHidden();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  }
  await person.leave();
});

test('lists lead to a doctor, a visit, a prescription and its days', async ({ browser }) => {
  const person = await Person.signedIn(browser, 'Patient', { device: 'phone', at: null });
  const { page } = person;
  const main = page.getByRole('main');
  const follow = async (from: string, pattern: RegExp, name: string, words = /(?:)/): Promise<string> => {
    await opened(page, from);
    const link = main.locator('a').and(page.locator(`[href^="/"]`)).filter({ hasText: words });
    await expect(link.first()).toBeVisible();
    const addresses = await link.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
    const to = addresses.find((address) => pattern.test(address)) ?? '';
    expect(to, `a link on ${from}`).not.toBe('');
    await page.goto(to);
    await expect(heading(page)).toBeVisible();
    await expectAccessibleInEach(page, name);
    return to;
  };
  const department = await follow('/departments', /^\/departments\/[0-9a-f-]{36}$/, 'doctors of a department');
  await page.getByRole('checkbox', { name: 'Free today' }).check();
  await page.getByRole('searchbox', { name: 'Search doctors' }).fill('nobody is called that');
  await expect(page.getByText('No doctor matches these filters')).toBeVisible();
  await expectAccessibleInEach(page, 'no doctor that fits');
  await follow(department, /\/doctors\/[0-9a-f-]{36}\/visit$/, 'a doctor chosen');
  await follow(department, /\/next\/visit$/, 'the next free doctor');
  await follow(department, /^\/book\//, 'times of a doctor');
  // A completed visit: others may have been cancelled, and those have no chat.
  await follow('/visits', /^\/visits\/[0-9a-f-]{36}$/, 'a visit that is over', /Completed/);
  // It loads when it comes into view. An older one is closed, without a text box.
  await page.getByRole('region', { name: /^Chat with/ }).scrollIntoViewIfNeeded();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await expectAccessibleInEach(page, 'the chat after a visit');
  const prescription = await follow('/prescriptions', /^\/prescriptions\/[0-9a-f-]{36}$/, 'a prescription');
  await follow(prescription, /\/days$/, 'when to take what');
  await page.getByRole('link', { name: 'Prescription', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`${prescription}$`));
  expect(person.complaints).toEqual([]);
  await person.leave();
});

test('a time is held, released, booked, kept and cancelled, and a waitlist joined and left', async ({ browser }) => {
  const known = await newPatient('wuzhen');
  const person = await arrivesAs(browser, known);
  const { page } = person;
  await opened(page, '/departments');
  await page.getByRole('link', { name: /^General Practice/ }).click();
  await page
    .getByRole('link', { name: /^Book:/ })
    .first()
    .click();
  const times = page.getByRole('group', { name: /^Time/ }).getByRole('radio');
  await chooseLastDay(page);
  await times.last().check({ force: true });
  await page.getByRole('button', { name: 'Continue with this time' }).click();
  await expect(page.getByRole('timer')).toBeVisible();
  await opened(page, '/appointments');
  await expect(page.getByText('Held, not booked yet')).toBeVisible();
  await expectAccessibleInEach(page, 'a list with a held time');
  await page.goBack();
  await page.getByRole('button', { name: 'I need more time' }).click();
  await expect(page.getByRole('button', { name: 'I need more time' })).toBeHidden();
  await page.getByRole('button', { name: 'Choose another time' }).click();

  await expect(page).toHaveURL(/\/book\//);
  await page.getByText('Notify me when a time is available').click();
  await page.getByRole('button', { name: 'Join waitlist' }).click();
  await expect(page.getByText(/^You are on the waitlist for/)).toBeVisible();
  await expectAccessibleInEach(page, 'on a waitlist');
  await page.getByRole('button', { name: 'Leave waitlist' }).click();
  await expect(page.getByText(/^You are on the waitlist for/)).toBeHidden();
  await page.getByRole('link', { name: 'Choose a time' }).click();

  await chooseLastDay(page);
  await times.last().check({ force: true });
  await page.getByRole('button', { name: 'Continue with this time' }).click();
  await page.getByLabel('What is it about?').fill('Blood pressure, as agreed last month.');
  await page.getByRole('button', { name: 'Book this time' }).click();
  await expect(page.getByRole('heading', { name: 'Your appointment is booked' })).toBeVisible();
  await page.getByRole('link', { name: 'Reschedule' }).click();
  await expect(page.getByText(/You keep it until you confirm a new time/)).toBeVisible();
  await expectAccessibleInEach(page, 'moving an appointment');
  await page.getByRole('link', { name: 'Keep current time' }).click();
  await page.getByRole('button', { name: 'Cancel appointment' }).click();
  const dialog = page.getByRole('dialog');
  await expectAccessibleInEach(page, 'asked before cancelling');
  // Escape changes nothing, and the focus returns to the button.
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Cancel appointment' })).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Cancel appointment' }).click();
  await expect(page.getByRole('heading', { name: 'Cancelled' })).toBeVisible();
  await expectAccessibleInEach(page, 'a cancelled appointment');
  await page.getByRole('link', { name: 'Appointments' }).click();
  await page.getByRole('radio', { name: 'Past' }).check({ force: true });
  await expect(page.getByRole('main').getByText('Cancelled')).toBeVisible();
  expect(person.complaints).toEqual([]);
  await person.leave();
});
