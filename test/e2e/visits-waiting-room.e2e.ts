import type { Browser } from '@playwright/test';
import { admitVisit, leaveVisit, referOffline, type Waiting } from '../../shared/src/visits/visits.contract.ts';
import { expectReadsTaken } from './support/early-reads.ts';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { anotherWaits } from './support/another-patient.ts';
import { interceptApi } from './support/api-interception.ts';
import { colleagueArrives } from './support/colleague.ts';
import { expect } from './support/expect.ts';
import { endWhatIsOpen } from './support/open-visits.ts';
import { outsider } from './support/outsider.ts';
import { goToWaitingRoom, leaveWaitingRoom } from './support/patient-steps.ts';
import { Person } from './support/person.ts';
import { expectNoSidewaysScroll } from './support/sideways-scroll.ts';
import { waitingRow as row } from './support/doctor-steps.ts';
import { forgetSecondFactor, giveSecondFactor } from './support/second-factor-steps.ts';
import { test } from './support/test.ts';
import { doctorArrives, hospital, patientArrives, waitingVisit } from './support/visit-in-call.ts';

const clara = 'Clara Brunner';

test.beforeEach(endWhatIsOpen);

/** Opens a page of Nora Lindqvist in the waiting room of Clara Brunner. */
async function waits(browser: Browser): Promise<Person> {
  const visitId = await waitingVisit();
  const patient = await patientArrives(browser, { at: `/visits/${visitId}/waiting` });
  await expect(patient.page.getByRole('heading', { level: 1, name: 'Waiting room' })).toBeVisible();
  return patient;
}

test('a patient reaches the waiting room on a phone, keeps the position over a reload, and may leave', async ({
  browser,
}) => {
  const patient = await Person.signedIn(browser, 'Patient', { device: 'phone', hospital, at: null });
  const { page } = patient;
  await goToWaitingRoom(page, clara);
  await expectAccessibleInEach(page, 'waiting room');
  await expect(page).toHaveTitle(/^\(1\) /);
  await page.reload();
  // Without an online doctor, as after a long run of tests, no one is called next.
  await expect(page.getByText(/You are (next|first in the queue)/)).toBeVisible();
  await leaveWaitingRoom(page);
  expect(patient.complaints).toEqual([]);
  await patient.leave();
});

test('the text below the position ends close above the next button, which stays in place when the text changes', async ({
  browser,
}) => {
  const patient = await waits(browser);
  const { page } = patient;
  const isWaiting = (url: string) => new URL(url).pathname.endsWith('/waiting') && url.includes('/api/');
  const [answer] = await Promise.all([page.waitForResponse((response) => isWaiting(response.url())), page.reload()]);
  const real = (await answer.json()) as Waiting;
  let changes: Partial<Waiting> = {};
  await interceptApi(page, 'Request', (request) =>
    isWaiting(request.url)
      ? request.answer(200, 'application/json', JSON.stringify({ ...real, ...changes }))
      : request.pass(),
  );
  const button = page.getByRole('button', { name: 'Step away for a while' });
  const positions: Partial<Waiting>[] = [
    { position: 3, estimateMinutes: 25, estimateWithinMinutes: 10 },
    { position: 2, estimateMinutes: null, estimateWithinMinutes: null },
    { position: 1, estimateMinutes: null, estimateWithinMinutes: null },
  ];
  const tops: number[] = [];
  for (changes of positions) {
    await page.reload();
    const text = page.locator('[data-awake] [aria-live]');
    await expect(text).toContainText(changes.position === 1 ? /You are/ : /ahead of you/);
    const last = await text.locator('p').last().boundingBox();
    const next = await button.boundingBox();
    expect((next?.y ?? 0) - (last?.y ?? 0) - (last?.height ?? 0)).toBeLessThan(44);
    tops.push(Math.round(next?.y ?? 0));
  }
  expect(new Set(tops).size).toBe(1);
  await patient.leave();
});

test('a patient steps away, is called at their turn, and returns to the same position by opening the page', async ({
  browser,
}) => {
  const patient = await waits(browser);
  const { page } = patient;
  const behind = await anotherWaits('Emil Frei', clara);
  const doctor = await doctorArrives(browser);
  await expect(row(doctor.page, 'Nora Lindqvist').getByText('Online')).toBeVisible();

  await page.getByRole('button', { name: 'Step away for a while' }).click();
  await expectAccessibleInEach(page, 'how long one steps away');
  await page.getByRole('combobox', { name: 'For how long?' }).selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Step away', exact: true }).click();
  await expect(page.getByTestId('away')).toContainText('You are away until');
  await expectAccessibleInEach(page, 'away from the waiting room');
  await expect(row(doctor.page, 'Nora Lindqvist')).toContainText('Away until');

  // A present patient is admitted first; the absent one keeps the position and is called.
  const staff = await outsider('lakeside', 'doctor@lakeside.demo.test');
  await staff.ok(admitVisit, { params: { visitId: behind.visitId } });
  await expect(page.getByTestId('away')).toContainText('It is your turn');
  await expect(page).toHaveTitle(/^● Your turn/);
  await expect(row(doctor.page, 'Nora Lindqvist')).toContainText('Called at');
  await expectAccessibleInEach(doctor.page, 'a queue with somebody away');

  const address = page.url();
  await page.close();
  const again = await patient.context.newPage();
  await again.goto(address);
  await expect(again.getByText('You are next')).toBeVisible();
  await expectReadsTaken(again);
  await expect(again.getByTestId('away')).toBeHidden();
  await expect(row(doctor.page, 'Nora Lindqvist')).not.toContainText('Away');

  // The page goes to the call without asking for the visit first.
  const visitId = new URL(address).pathname.split('/')[2] ?? '';
  let answer = () => {};
  const asked = new Promise<void>((done) => (answer = done));
  await again.route(`**/api/visits/${visitId}`, async (route) => {
    await asked;
    await route.continue();
  });
  await staff.ok(admitVisit, { params: { visitId } });
  await expect(again).toHaveURL(new RegExp(`/visits/${visitId}/call$`));
  answer();
  for (const id of [visitId, behind.visitId])
    await staff.ok(referOffline, { params: { visitId: id }, body: { reason: 'End of the test.' } });
  expect([...patient.complaints, ...doctor.complaints]).toEqual([]);
  await doctor.leave();
  await patient.leave();
});

test('a doctor who goes off duty is shown, and the patient changes to another doctor with the same time', async ({
  browser,
}) => {
  // A doctor without a connection for two minutes is shown too; these two are connected, one until they go off duty.
  const doctor = await doctorArrives(browser);
  const other = await colleagueArrives(browser);
  const patient = await waits(browser);
  const { page } = patient;
  await expect(page.getByTestId('doctor-delay')).toBeHidden();
  const duty = doctor.page.getByRole('switch', { name: 'On duty' });
  await duty.click();
  await expect(duty).not.toBeChecked();
  await expect(page.getByTestId('doctor-delay')).toContainText('Clara Brunner is off duty');
  await expectAccessibleInEach(page, 'a doctor who is not there');
  await page.getByRole('button', { name: 'See another doctor' }).click();
  await expect(page.getByRole('region', { name: 'Your doctor' })).toContainText('Thomas Keller');
  await expect(page.getByText('Clara Brunner is off duty')).toBeHidden();
  await expect(page.getByText('You are next')).toBeVisible();
  await leaveWaitingRoom(page);

  await forgetSecondFactor('doctor@lakeside.demo.test');
  await duty.click();
  const asked = doctor.page.getByRole('dialog', { name: 'Go on duty' });
  await giveSecondFactor(asked);
  await asked.getByRole('button', { name: 'Go on duty' }).click();
  await expect(duty).toBeChecked();
  expect([...patient.complaints, ...doctor.complaints, ...other.complaints]).toEqual([]);
  await doctor.leave();
  await other.leave();
  await patient.leave();
});

test('a doctor sets the priority by keyboard, and a page that was offline updates its position', async ({
  browser,
}) => {
  const patient = await waits(browser);
  const { page } = patient;
  const behind = await anotherWaits('Emil Frei', clara);
  const doctor = await doctorArrives(browser);
  const rows = doctor.page.getByTestId('waiting-patient');
  await expect(rows).toHaveCount(2);
  await expect(rows.first().getByTestId('patient-signs')).toContainText(/allerg/i);
  // A doctor may use the queue on a phone.
  const wide = doctor.page.viewportSize();
  await doctor.page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(doctor.page, 'a queue on a phone');
  if (wide) await doctor.page.setViewportSize(wide);
  await patient.context.setOffline(true);

  await doctor.page.getByRole('button', { name: 'Admit Nora Lindqvist' }).focus();
  await doctor.page.keyboard.press('ArrowDown');
  await expect(doctor.page.getByRole('button', { name: 'Admit Emil Frei' })).toBeFocused();
  await doctor.page.keyboard.press('p');
  const dialog = doctor.page.getByRole('dialog', { name: 'How urgent is Emil Frei?' });
  await expect(dialog.getByRole('radio', { checked: true })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Set priority' }).click();
  await expect(dialog.getByText('Fill this in.')).toBeVisible();
  await dialog.getByRole('radio', { name: 'Urgent' }).check();
  await expectAccessibleInEach(doctor.page, 'setting a priority');
  await dialog.getByRole('button', { name: 'Set priority' }).click();
  await expect(dialog.getByText('Fill this in.')).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Reason' }).selectOption('Trouble breathing');
  await dialog.getByRole('button', { name: 'Set priority' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(rows.first()).toContainText('Emil Frei');
  await expect(rows.first()).toContainText('Trouble breathing');

  await expect(page.getByText('You are next')).toBeVisible();
  await patient.context.setOffline(false);
  await expect(page.getByText('1 person ahead of you')).toBeVisible();
  await expect(page.locator('body')).not.toContainText('breathing');

  await behind.client.ok(leaveVisit, { params: { visitId: behind.visitId } });
  await expect(page.getByText('You are next')).toBeVisible();
  await leaveWaitingRoom(page);
  expect([...patient.complaints, ...doctor.complaints]).toEqual([]);
  await doctor.leave();
  await patient.leave();
});
