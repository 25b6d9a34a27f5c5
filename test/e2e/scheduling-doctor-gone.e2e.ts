import type { Page } from '@playwright/test';
import { bookAppointment, holdAppointment, listSlots } from '../../shared/src/scheduling/appointments.contract.ts';
import { listDoctors } from '../../shared/src/directory/directory.contract.ts';
import { disableStaffMember, listStaff } from '../../shared/src/directory/staff.contract.ts';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { chooseLastDay } from './support/booked-time.ts';
import { colleague } from './support/colleague.ts';
import { expect } from './support/expect.ts';
import { startInstallation } from './support/installation.ts';
import { inChinese, inEachLanguage } from './support/language.ts';
import { outsider } from './support/outsider.ts';
import { ownInstallation } from './support/own-installation.ts';
import { Person } from './support/person.ts';
import { expectNoSidewaysScroll } from './support/sideways-scroll.ts';
import { test } from './support/test.ts';
import { patientArrives, waitingVisit } from './support/visit-in-call.ts';

const hospital = 'Lakeside Clinic';
// One installation for both tests in order: the second one closes the doctors.
test.describe.configure({ mode: 'default' });
ownInstallation(() => startInstallation());

/** Set to a folder to save a picture of each page for review. */
const folder = process.env['YUNZHEN_LOOK_PICTURES'];

async function picture(page: Page, name: string): Promise<void> {
  if (!folder) return;
  await inEachLanguage(page, async (language) => {
    await page.screenshot({ path: `${folder}/${name}-${language}.png`, fullPage: true });
  });
}
async function closeAccountOf(email: string): Promise<void> {
  const office = await outsider('lakeside', 'admin@lakeside.demo.test');
  const { items } = await office.ok(listStaff, { query: { q: email } });
  await office.ok(disableStaffMember, { params: { accountId: items[0]?.id ?? '' } });
}

test('after a doctor’s account is closed, the patient chooses another doctor with one click and the administrator moves the rest', async ({
  browser,
}) => {
  const client = await outsider('lakeside', 'patient@lakeside.demo.test');
  const { items } = await client.ok(listDoctors, { query: { q: 'Keller' } });
  const [{ id: doctorId, departmentIds } = { id: '', departmentIds: [] }] = items;
  const { days } = await client.ok(listSlots, { params: { doctorId }, query: { days: 14 } });
  const free = days.slice(2).flatMap(({ slots }) => slots);
  const ids: string[] = [];
  for (const slot of [free[0], free.at(-1)]) {
    const body = { doctorId, departmentId: departmentIds[0] ?? '', startsAt: slot?.startsAt ?? '' };
    const { id } = await client.ok(holdAppointment, { body });
    await client.ok(bookAppointment, { params: { appointmentId: id }, body: { reason: 'Travel advice.' } });
    ids.push(id);
  }

  const patient = await Person.signedIn(browser, 'Patient', { device: 'phone', hospital, at: null });
  const { page } = patient;
  await page.goto(`/appointments/${ids[0]}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your appointment is booked');
  const office = await outsider('lakeside', 'admin@lakeside.demo.test');
  const staff = await office.ok(listStaff, { query: { q: colleague.name } });
  await office.ok(disableStaffMember, { params: { accountId: staff.items[0]?.id ?? '' } });

  // The open page updates automatically.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your appointment needs another doctor');
  const choices = page.getByRole('list', { name: 'Times with other doctors' });
  await expect(choices.getByRole('button').first()).toContainText('Clara Brunner');
  await expect(page.getByRole('link', { name: 'Reschedule' })).toBeHidden();
  await expectAccessibleInEach(page, 'an appointment whose doctor is gone');
  await expectNoSidewaysScroll(page, 'an appointment whose doctor is gone');
  if (folder) {
    await page.screenshot({ path: `${folder}/gone-patient-en.png`, fullPage: true });
    await inChinese(
      page,
      async () => void (await page.screenshot({ path: `${folder}/gone-patient-zh.png`, fullPage: true })),
    );
  }
  await choices.getByRole('button').first().press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your appointment is booked');
  await expect(page.getByRole('main')).toContainText('Clara Brunner');
  await page.goto('/appointments');
  await expect(page.getByText('Needs another doctor')).toHaveCount(1);

  const administrator = await Person.signedIn(browser, 'Administrator', { hospital, at: null });
  const desk = administrator.page;
  await desk.goto('/schedules');
  await expect(desk.getByText(/^\d+ booked appointments? without a doctor/)).toBeVisible();
  await desk.getByRole('link', { name: 'View appointments' }).click();
  await expect(desk.getByRole('row').filter({ hasText: colleague.name }).first()).toBeVisible();
  // The latest is the one of the two that is still his; the demo may have booked more than a page of earlier ones.
  await desk.goto(`${desk.url()}?order=desc`);
  const left = desk.getByRole('row').filter({ hasText: colleague.name });
  await expect(left.first()).toBeVisible();
  const moved = await left.first().textContent();
  await expect(desk.getByRole('main')).not.toContainText('Nora Lindqvist');
  await expectAccessibleInEach(desk, 'appointments whose doctor is gone');
  if (folder) await desk.screenshot({ path: `${folder}/gone-list-en.png` });
  await left.first().getByRole('button', { name: /^Move/ }).click();
  const dialog = desk.getByRole('dialog');
  await expect(dialog.getByRole('radio').first()).toBeChecked();
  await expectAccessibleInEach(desk, 'moving an appointment');
  if (folder) await desk.screenshot({ path: `${folder}/gone-move-en.png` });
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => left.allTextContents()).not.toContain(moved);
  await expect(page.getByText('Needs another doctor')).toHaveCount(0);
  expect([...patient.complaints, ...administrator.complaints]).toEqual([]);
  await Promise.all([patient.leave(), administrator.leave()]);
});

test('a doctor’s closed account is shown on the waiting page and the booking page, and the board counts the patients left', async ({
  browser,
}) => {
  const clara = 'Clara Brunner';
  const visitId = await waitingVisit();
  const patient = await patientArrives(browser, { at: `/visits/${visitId}/waiting` });
  const { page } = patient;
  const { items } = await (
    await outsider('lakeside', 'patient@lakeside.demo.test')
  ).ok(listDoctors, {
    query: { q: 'Brunner' },
  });
  const booking = await patient.context.newPage();
  await booking.goto(`/book/${items[0]?.id}`);
  await chooseLastDay(booking);
  await booking.getByRole('group', { name: /^Time/ }).getByRole('radio').first().press(' ');
  const president = await Person.signedIn(browser, 'President', { hospital });
  const board = president.page.getByTestId('live-board');
  await expect(board).toBeVisible();
  await expect(board.getByTestId('stranded')).toHaveCount(0);

  // Closes all doctors of the department, so that waiting patients stay without one.
  for (const doctor of ['head@lakeside.demo.test', 'doctor@lakeside.demo.test']) await closeAccountOf(doctor);

  const said = page.getByTestId('doctor-delay');
  await expect(said).toContainText(`${clara} no longer sees patients here`);
  await expect(said).toContainText('No other doctor in this department is online.');
  await expect(said.getByRole('button')).toHaveText(['Choose another time']);
  await expectAccessibleInEach(page, 'waiting for a doctor who is gone');
  await expectNoSidewaysScroll(page, 'waiting for a doctor who is gone');
  await picture(page, 'gone-waiting');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Waiting room');

  await expect(board.getByTestId('stranded')).toHaveText('1 without a doctor');
  await expectAccessibleInEach(president.page, 'a board with somebody who has no doctor');
  await picture(president.page, 'gone-board');
  await president.page.setViewportSize({ width: 390, height: 844 });
  await expect(board.getByTestId('stranded')).toBeInViewport({ ratio: 1 });
  await expectNoSidewaysScroll(president.page, 'a board with somebody who has no doctor');
  await picture(president.page, 'gone-board-390');

  // The page was opened before: its times are not available any more, and it says what to do.
  await booking.bringToFront();
  const time = booking.getByRole('button', { name: 'Continue' });
  // The page may also find out at the moment of the click, which then finds no button.
  await expect(async () => {
    if (await time.isVisible()) await time.click({ timeout: 1000 });
    await expect(booking.getByText('This doctor cannot be booked')).toBeVisible({ timeout: 2000 });
  }).toPass();
  await expect(booking.getByRole('link', { name: 'Other doctors' })).toBeVisible();
  await expectAccessibleInEach(booking, 'booking a doctor who is gone');
  await expectNoSidewaysScroll(booking, 'booking a doctor who is gone');
  await picture(booking, 'gone-booking');

  await page.getByRole('button', { name: 'Leave the waiting room' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Waiting room');
  await expect(board.getByTestId('stranded')).toHaveCount(0);
  expect([...patient.complaints, ...president.complaints]).toEqual([]);
  await Promise.all([patient.leave(), president.leave()]);
});
