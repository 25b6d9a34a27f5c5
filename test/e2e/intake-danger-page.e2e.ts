import type { Page } from '@playwright/test';
import { addChild } from '../../shared/src/accounts/family.contract.ts';
import { listDoctors } from '../../shared/src/directory/directory.contract.ts';
import { createVisit } from '../../shared/src/visits/visits.contract.ts';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { expect } from './support/expect.ts';
import { expectNoSidewaysScroll } from './support/sideways-scroll.ts';
import { arrivesAs, newPatient, type NewPatient } from './support/new-patient.ts';
import { expectReadsTaken } from './support/early-reads.ts';
import { endWhatIsOpen } from './support/open-visits.ts';
import { answerUntilRecord, join, prepare, prepareAfterDangers } from './support/patient-steps.ts';
import { test } from './support/test.ts';
import { benchPage, doctorArrives, patientArrives, plannedVisit } from './support/visit-in-call.ts';

const dangers = (page: Page) => page.getByTestId('danger-page');
const none = (page: Page) => dangers(page).getByRole('button', { name: 'None of these' });
const stop = (page: Page) => page.getByTestId('red-flag-stop');

/** Requests a visit of a new patient with any doctor of their hospital, before any answers. */
async function plannedBy({ client }: NewPatient): Promise<string> {
  const { items } = await client.ok(listDoctors, { query: {} });
  const doctor = items.find(({ onDuty }) => onDuty) ?? items[0];
  const body = { departmentId: doctor?.departmentIds[0] ?? '', doctorId: doctor?.id ?? '', complaint: 'Cough' };
  return (await client.ok(createVisit, { body })).id;
}

test('the danger-sign page comes first, needs one tap for “none”, and the doctor sees that nothing was ticked', async ({
  browser,
}) => {
  const visitId = await plannedVisit();
  const patient = await patientArrives(browser, { at: null });
  const { page } = patient;
  await page.goto(`/visits/${visitId}/prepare`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Do you have any of these right now?');
  await expectAccessibleInEach(page, 'danger signs');
  await expectNoSidewaysScroll(page, 'danger signs');
  for (const target of [none(page), ...(await dangers(page).locator('label').all())])
    expect((await target.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(48);
  // “None of these” is visible without scrolling.
  await expect(none(page)).toBeInViewport({ ratio: 1 });
  // The button is at the edge of the screen, with nothing below it.
  const bar = await none(page).locator('..').boundingBox();
  expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBe(page.viewportSize()?.height);
  // The bar at the bottom, which would cover it, is left out of the steps before a visit.
  await expect(page.getByRole('navigation', { name: 'Main' })).toHaveCount(0);

  // Neither another page nor a reload bypasses it.
  await page.reload();
  await expect(none(page)).toBeVisible();
  await expectReadsTaken(page);
  await prepare(page, async () => undefined);
  await expect(page.getByRole('heading', { name: 'Waiting room' })).toBeVisible();

  const doctor = await doctorArrives(browser, { at: benchPage(visitId) });
  await expect(doctor.page.getByTestId('danger-answer')).toContainText('None of the danger signs ticked');
  await expectAccessibleInEach(doctor.page, 'a waiting patient without danger signs');
  expect([...patient.complaints, ...doctor.complaints]).toEqual([]);
  await endWhatIsOpen();
  await doctor.leave();
  await patient.leave();
});

test('by keyboard, a tick stops the visit with emergency numbers, and the doctor sees what was ticked', async ({
  browser,
}) => {
  const visitId = await plannedVisit();
  const patient = await patientArrives(browser, { at: null });
  const { page } = patient;
  await page.goto(`/visits/${visitId}/prepare`);
  const chestPain = dangers(page).getByRole('checkbox', { name: 'Chest pain or pressure' });
  await chestPain.focus();
  await page.keyboard.press('Space');
  await expect(chestPain).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(dangers(page).getByRole('checkbox').nth(2)).toBeFocused();
  await expectAccessibleInEach(page, 'danger signs, one ticked');
  await dangers(page).getByRole('button', { name: 'Continue with 1 ticked' }).press('Enter');
  await expect(stop(page).getByRole('heading')).toBeFocused();
  await expect(stop(page).getByRole('link', { name: /Call 112/ })).toHaveAttribute('href', 'tel:112');

  // Neither a reload nor “none of these” removes a tick.
  await page.reload();
  await expect(stop(page)).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  await none(page).click();
  await expect(stop(page)).toBeVisible();
  const confirm = async () => {
    await page.getByRole('checkbox', { name: /This is not an emergency/ }).check();
    await page.getByRole('button', { name: 'Continue with the video visit' }).click();
    await expect(page.getByRole('combobox', { name: 'Questions about' })).toBeVisible();
  };
  await confirm();

  // A later tick takes the confirmation back. The earlier one stays, and the page says so.
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(dangers(page)).toContainText('Your earlier ticks are kept');
  await chestPain.check();
  await dangers(page).getByRole('button', { name: 'Continue with 1 ticked' }).click();
  await expect(stop(page)).toBeVisible();
  await confirm();

  await prepareAfterDangers(page);
  await expect(page.getByRole('heading', { name: 'Waiting room' })).toBeVisible();
  const doctor = await doctorArrives(browser, { at: benchPage(visitId) });
  await expect(doctor.page.getByTestId('danger-answer')).toContainText('1 danger sign ticked');
  await expect(doctor.page.getByTestId('danger-answer')).toContainText('Chest pain or pressure');
  await expectAccessibleInEach(doctor.page, 'a waiting patient with a danger sign');
  expect([...patient.complaints, ...doctor.complaints]).toEqual([]);
  await endWhatIsOpen();
  await doctor.leave();
  await patient.leave();
});

test('a tick for suicidal thoughts shows the crisis line first, at a hospital in China', async ({ browser }) => {
  const known = await newPatient('wuzhen');
  const visitId = await plannedBy(known);
  const person = await arrivesAs(browser, known);
  const { page } = person;
  await page.goto(`/visits/${visitId}/prepare`);
  await dangers(page).getByRole('checkbox', { name: 'Thoughts of suicide or self-harm' }).check();
  await dangers(page).getByRole('checkbox', { name: 'Thoughts of hurting someone else' }).check();
  await dangers(page)
    .getByRole('checkbox', { name: /^Poison, gas/ })
    .check();
  await dangers(page).getByRole('button', { name: 'Continue with 3 ticked' }).click();
  await expect(stop(page).getByRole('heading')).toHaveText('You are not alone');
  const numbers = stop(page).getByRole('link');
  await expect(numbers).toHaveText([/12356/, /120/, /110/]);
  await expectAccessibleInEach(page, 'stopped for self-harm');
  expect(person.complaints).toEqual([]);
  await person.leave();
});

test('an answer that expired by check-in is requested again on the same page', async ({ browser }) => {
  const visitId = await plannedVisit();
  const patient = await patientArrives(browser, { at: null });
  const { page } = patient;
  await page.goto(`/visits/${visitId}/prepare`);
  let refused = false;
  await page.route(/\/check-in$/, async (route) => {
    if (refused) return route.continue();
    refused = true;
    const problem = { type: 'about:blank', title: 'Conflict', status: 409, code: 'danger-page.expired' };
    return route.fulfill({ status: 409, contentType: 'application/problem+json', json: problem });
  });
  await prepare(page, async () => undefined);
  await expect(page.getByRole('alert')).toContainText('We need to ask about danger signs again');
  await none(page).click();
  await expect(dangers(page)).toBeHidden();
  await expect(page.getByText('We hear you well.')).toBeVisible();
  await join(page);
  await expect(page.getByRole('heading', { name: 'Waiting room' })).toBeVisible();
  await endWhatIsOpen();
  await patient.leave();
});

test('a guardian is asked about the child', async ({ browser }) => {
  const known = await newPatient();
  const { client } = known;
  const birthDate = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10);
  await client.ok(addChild, {
    body: { name: 'Mia Keller', nameLatin: '', birthDate, sex: 'female', relation: 'parent', declared: true },
  });
  const person = await arrivesAs(browser, known);
  const { page } = person;
  await page.goto('/family');
  await page.getByRole('button', { name: 'Act for Mia Keller' }).click();
  await expect(page.getByTestId('acting-sign')).toContainText('Acting for Mia Keller');
  await page.goto('/departments');
  await page.getByRole('link', { name: /^General Practice/ }).click();
  await page
    .getByRole('link', { name: /Clara Brunner/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: 'Your symptoms or question' }).fill('A runny nose since Sunday.');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Does Mia Keller have any of these right now?');
  await expect(dangers(page).getByRole('checkbox', { name: /^Baby: fever/ })).toBeVisible();
  await expect(dangers(page).getByRole('checkbox', { name: /suicide/ })).toBeHidden();
  await expectAccessibleInEach(page, 'danger signs of a baby');
  await answerUntilRecord(page);
  expect(person.complaints).toEqual([]);
  await person.leave();
});
