import type { Page } from '@playwright/test';
import {
  bookAppointment,
  cancelAppointment,
  holdAppointment,
  listSlots,
} from '../../shared/src/scheduling/appointments.contract.ts';
import { listDoctors } from '../../shared/src/directory/directory.contract.ts';
import { cancelVisit, createVisit } from '../../shared/src/visits/visits.contract.ts';
import { photo } from '../integration/chat/sample-files.ts';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { expect } from './support/expect.ts';
import { inChinese } from './support/language.ts';
import { loseAnswers } from './support/lost-line.ts';
import { arrivesAs, newPatient } from './support/new-patient.ts';
import { endWhatIsOpen } from './support/open-visits.ts';
import { outsider } from './support/outsider.ts';
import {
  agree,
  answerAboutProblem,
  answerUntilRecord,
  chooseTopic,
  join,
  tickNoDanger,
} from './support/patient-steps.ts';
import { impatient, Person } from './support/person.ts';
import { test } from './support/test.ts';

const hospital = 'Lakeside Clinic';

async function goOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue' }).click();
}
const heading = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeFocused();
const saved = (page: Page) => expect(page.getByTestId('intake-saved')).toHaveAttribute('data-phase', 'saved');

async function sayWhatTroubles(page: Page, words: string): Promise<void> {
  await page.goto('/departments');
  await page.getByRole('searchbox', { name: 'Symptom, department or doctor' }).fill('brunner');
  await page.getByRole('link', { name: /Clara Brunner/ }).click();
  await page.getByRole('textbox', { name: 'Your symptoms or question' }).fill(words);
  await goOn(page);
  await expect(page).toHaveURL(/\/prepare$/);
  await tickNoDanger(page);
}

test('the questions follow the complaint, survive a reload, continue in another browser, and reach the doctor', async ({
  browser,
}) => {
  await endWhatIsOpen();
  const doctor = await Person.signedIn(browser, 'Doctor', { device: 'wide', hospital, at: null });
  const first = await Person.signedIn(browser, 'Patient', { device: 'phone', hospital, at: null });
  const { page } = first;
  await sayWhatTroubles(page, 'An itchy rash on my arm since Sunday');

  await heading(page, 'A few questions');
  await expect(page.getByRole('combobox', { name: 'Questions about' })).toHaveValue('skin');
  await expectAccessibleInEach(page, 'questions');
  await goOn(page);
  await expect(page.getByRole('alert').first()).toHaveText('Answer this question.');
  await expect(page.getByRole('checkbox').first()).toBeFocused();
  await expectAccessibleInEach(page, 'questions without answers');

  // A danger sign stops at the tick, before anything else is asked.
  await page.getByRole('checkbox', { name: /^A rash that does not fade/ }).click();
  const stop = page.getByTestId('red-flag-stop');
  await expect(stop.getByRole('heading')).toBeFocused();
  await page.getByRole('button', { name: 'Back' }).click();
  await heading(page, 'A few questions');
  const dangers = page.getByRole('group', { name: 'Do any of these apply right now?' });
  await expect(dangers.getByRole('checkbox', { name: /^A rash that does not fade/ })).toBeChecked();
  await dangers.getByRole('checkbox', { name: 'None of these' }).check();
  await expect(dangers.getByRole('checkbox', { name: /^A rash that does not fade/ })).not.toBeChecked();

  await page.getByRole('checkbox', { name: 'Arms or hands' }).check();
  await page.getByRole('checkbox', { name: 'It itches' }).check();
  await page
    .getByRole('radiogroup', { name: 'How bad is the itching?' })
    .getByRole('radio', { name: '6' })
    .check({ force: true });
  await page.getByRole('radiogroup', { name: 'Do you have a fever?' }).getByLabel('Yes').check();
  const temperature = page.getByRole('textbox', { name: /highest temperature/ });
  await temperature.fill('51');
  const before = page.getByRole('group', { name: 'Did any of these happen before it started?' });
  await before.getByRole('checkbox', { name: 'None of these' }).check();
  await goOn(page);
  await expect(page.getByRole('alert').first()).toHaveText('Enter 43 or less.');
  await expect(temperature).toBeFocused();
  await temperature.fill('37,8');
  await expect(page.getByRole('alert').filter({ hasText: '43' })).toBeHidden();

  const pictures = page.getByRole('group', { name: /^Photos of the skin/ });
  const picture = { name: 'arm.jpg', mimeType: 'image/jpeg', buffer: await photo({ width: 600, height: 400 }) };
  await pictures.getByTestId('intake-file').setInputFiles([picture, { ...picture, name: 'near.jpg' }]);
  await expect(page.getByTestId('intake-picture')).toHaveCount(2);
  await page.getByRole('button', { name: 'Remove Photo 2' }).click();
  await expect(page.getByTestId('intake-picture')).toHaveCount(1);
  await expectAccessibleInEach(page, 'questions with answers');
  await saved(page);

  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'A few questions' })).toBeVisible();
  await expect(page.getByTestId('intake-picture')).toHaveCount(1);
  await expect(temperature).toHaveValue('37.8');

  // Another browser of the same patient continues at the same step.
  const second = await Person.signedIn(browser, 'Patient', { device: 'phone', hospital, at: null });
  const there = second.page;
  await there.goto('/');
  await there.getByRole('link', { name: 'Continue' }).click();
  await expect(there.getByRole('heading', { level: 1, name: 'A few questions' })).toBeVisible();
  await expect(there.getByRole('checkbox', { name: 'Arms or hands' })).toBeChecked();
  await there.getByRole('textbox', { name: /^What have you tried/ }).fill('A cooling gel; it helped a little.');
  await there.getByRole('textbox', { name: /^What have you tried/ }).press('Tab');
  await saved(there);
  // The first browser has not loaded that; the changes of both are merged, and nothing is lost.
  await before.getByRole('checkbox', { name: 'A bite or sting' }).check();
  await saved(page);
  await first.leave();

  await answerAboutProblem(there);
  const evidence = there.getByRole('group', { name: 'Has a doctor diagnosed this before?' });
  await evidence.getByTestId('intake-file').setInputFiles(picture);
  await expect(evidence.getByTestId('intake-picture')).toHaveCount(1);
  await expectAccessibleInEach(there, 'evidence');
  await goOn(there);
  await heading(there, 'Is this still right?');
  // The browser's own buttons lead between the pages, and the visit stays.
  await there.goBack();
  await heading(there, 'A few questions');
  await there.goForward();
  await heading(there, 'Is this still right?');
  await there.reload();
  await expect(there.getByRole('heading', { level: 1, name: 'Is this still right?' })).toBeVisible();
  await there.getByRole('button', { name: 'Back', exact: true }).click();
  await heading(there, 'A few questions');
  await goOn(there);
  await heading(there, 'Is this still right?');
  await expectAccessibleInEach(there, 'record, consent and device check');
  const noMedicines = there.getByRole('checkbox', { name: 'I take no medicines' });
  if (await noMedicines.isVisible()) await noMedicines.check();
  // A medicine that was typed and not added is not left behind.
  const medicines = there.getByRole('region', { name: 'Medicines you take' });
  const change = medicines.getByRole('button', { name: 'Change: Medicines you take' });
  if (await change.isVisible()) await change.click();
  await medicines.getByRole('button', { name: 'Add medicine', exact: true }).click();
  const medicine = medicines.getByRole('textbox').first();
  await medicine.fill('Warfarin 3 mg');
  await there.getByRole('button', { name: /^Join the waiting room/ }).click();
  await expect(medicines.getByText('This entry is not saved yet.')).toBeVisible();
  await expect(medicine).toBeFocused();
  // Everything that is missing is said at once.
  await expect(there.getByText('Read the text and agree to it')).toBeVisible();
  await agree(there);
  await expectAccessibleInEach(there, 'a medicine that was not added');
  await medicines.getByRole('button', { name: 'Cancel' }).click();
  await expect(medicines.getByText('This entry is not saved yet.')).toBeHidden();
  await there.getByRole('checkbox', { name: 'I have read this and agree' }).uncheck();
  await there.getByRole('button', { name: 'Join the waiting room' }).click();
  await expect(there.getByText('Read the text and agree to it')).toBeVisible();
  await expect(there.getByRole('checkbox', { name: 'I have read this and agree' })).toBeFocused();
  await agree(there);
  await join(there);
  await expect(there.getByRole('heading', { name: 'Waiting room' })).toBeVisible();

  await doctor.page.goto('/');
  const row = doctor.page.getByTestId('waiting-patient').filter({ hasText: 'An itchy rash' });
  await row.getByRole('button', { name: /^Show answers/ }).click();
  const answers = row.getByTestId('given-answers');
  for (const words of ['Arms or hands', 'It itches', '6 / 10', '37.8 °C', 'A bite or sting', 'A cooling gel'])
    await expect(answers.getByText(words)).toBeVisible();
  await expect(answers.getByText('Which one?')).toHaveCount(0);
  await expectAccessibleInEach(doctor.page, 'answers in the queue');
  await inChinese(doctor.page, async () => expect(answers.getByText('手臂或手')).toBeVisible());
  const [thumb] = await answers.getByTestId('intake-picture').all();
  await expect(thumb ?? answers).toHaveAttribute('data-shown', 'true');
  await thumb?.click();
  await expect(doctor.page.getByRole('dialog').getByRole('img', { name: 'Photo 1' })).toBeVisible();
  expect([...doctor.complaints, ...first.complaints, ...second.complaints]).toEqual([]);
  await second.leave();
  await doctor.leave();
});

test('answers are stored on the device without a network, saved when it is back, and counted on the home page', async ({
  browser,
}) => {
  await endWhatIsOpen();
  const patient = await Person.signedIn(browser, 'Patient', {
    device: 'phone',
    hospital,
    at: null,
    timeouts: impatient,
  });
  const { page, context } = patient;
  await sayWhatTroubles(page, 'Cough for three days');
  const dry = page.getByRole('checkbox', { name: 'Dry cough' });
  await page.getByRole('group', { name: 'Do any of these apply right now?' }).getByLabel('None of these').check();
  await saved(page);
  await context.setOffline(true);
  await dry.check();
  await expect(page.getByTestId('intake-saved')).toHaveAttribute('data-phase', 'away');
  await expect(page.getByTestId('intake-saved')).toContainText('stored on this device');
  await context.setOffline(false);
  await saved(page);
  await page.reload();
  await expect(dry).toBeChecked();

  await chooseTopic(page);
  await answerAboutProblem(page);
  await goOn(page);
  await saved(page);
  await page.goto('/');
  await expect(page.getByTestId('intake-progress')).toHaveText('1 of 2 steps done');
  await expectAccessibleInEach(page, 'home with a visit that is being prepared');
  await page.getByRole('link', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Cancel visit' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel visit' }).click();
  await expect(page).toHaveURL(/\/$/);
  await patient.leave();
});

test('questions are answered days before the appointment on two devices, and the page shows the progress', async ({
  browser,
}) => {
  await endWhatIsOpen();
  const api = await outsider('lakeside', 'patient@lakeside.demo.test');
  const doctors = (await api.ok(listDoctors, {})).items;
  const doctor = doctors.find(({ nextFreeAt }) => nextFreeAt !== null);
  const doctorId = doctor?.id ?? '';
  const { days } = await api.ok(listSlots, { params: { doctorId }, query: { days: 31 } });
  const slot = days.flatMap(({ slots }) => slots).at(-1);
  const { startsAt = '', departmentId = '' } = slot ?? {};
  const held = await api.ok(holdAppointment, { body: { doctorId, departmentId, startsAt } });
  const params = { appointmentId: held.id };
  await api.ok(bookAppointment, { params, body: { reason: 'Cough for two weeks' } });

  const first = await Person.signedIn(browser, 'Patient', { device: 'phone', hospital, at: null });
  const { page } = first;
  await page.goto(`/appointments/${held.id}`);
  await expect(page.getByRole('heading', { name: 'Answer questions now' })).toBeVisible();
  await expectAccessibleInEach(page, 'an appointment with questions ahead');
  await page.getByRole('link', { name: 'Start' }).click();
  await heading(page, 'A few questions');
  await expectAccessibleInEach(page, 'ahead: questions');
  await page.getByRole('group', { name: 'Do any of these apply right now?' }).getByLabel('None of these').check();
  await page.getByRole('checkbox', { name: 'Dry cough' }).check();
  await saved(page);
  await page.getByRole('link', { name: 'Continue later' }).click();
  await expect(page.getByTestId('intake-progress')).toContainText('0 of 2 steps done');
  await page.goto('/');
  await expect(page.getByRole('link', { name: /^Answer questions now/ })).toContainText('0 of 2 steps done');
  await expectAccessibleInEach(page, 'home with questions ahead');

  const second = await Person.signedIn(browser, 'Patient', { device: 'wide', hospital, at: null });
  const there = second.page;
  await there.goto(`/appointments/${held.id}`);
  await there.getByRole('link', { name: 'Continue answering' }).click();
  await expect(there.getByRole('checkbox', { name: 'Dry cough' })).toBeChecked();
  await chooseTopic(there);
  await expect(there.getByRole('checkbox')).toHaveCount(0);
  await there.getByRole('radio', { name: 'A few weeks' }).check();
  await there.getByRole('radio', { name: 'No, this is new' }).check();
  await goOn(there);
  await heading(there, 'Is this still right?');
  await expectAccessibleInEach(there, 'ahead: the record');
  await there.getByRole('button', { name: 'Back' }).click();
  await heading(there, 'A few questions');
  await goOn(there);
  await heading(there, 'Is this still right?');
  const noMedicines = there.getByRole('checkbox', { name: 'I take no medicines' });
  if (await noMedicines.isVisible()) await noMedicines.check();
  await there.getByRole('button', { name: 'Yes, this is right' }).click();
  await heading(there, 'All questions answered');
  await saved(there);
  await expectAccessibleInEach(there, 'ahead: all answered');
  await there.reload();
  await expect(there.getByRole('heading', { level: 1, name: 'All questions answered' })).toBeVisible();
  await there.getByRole('link', { name: 'Go to appointment' }).click();
  await expect(there.getByTestId('intake-progress')).toContainText('2 of 2 steps done');

  // A cancelled appointment asks no questions, also on a page that was left open.
  await page.goto(`/appointments/${held.id}/prepare`);
  await expect(page.getByRole('heading', { level: 1, name: 'All questions answered' })).toBeVisible();
  await api.ok(cancelAppointment, { params, body: {} });
  await expect(page.getByRole('heading', { level: 1, name: 'Cancelled' })).toBeVisible();
  expect([...first.complaints, ...second.complaints]).toEqual([]);
  await second.leave();
  await first.leave();
});

test('an allergy and a medicine added despite a lost response are recorded once', async ({ browser }) => {
  const known = await newPatient();
  const { items } = await known.client.ok(listDoctors, { query: { q: 'Brunner' } });
  const [{ id: doctorId, departmentIds }] = items as [(typeof items)[number]];
  const body = {
    departmentId: departmentIds[0] ?? '',
    doctorId,
    complaint: 'A cough since Sunday.',
    dismissedFlags: [],
  };
  const visit = await known.client.ok(createVisit, { body });
  const person = await arrivesAs(browser, known, { timeouts: impatient });
  const { page } = person;
  const add = page.getByRole('button', { name: 'Add', exact: true });
  const alert = page.getByText('No connection to the hospital');

  async function addedOnce(row: string, command: RegExp): Promise<void> {
    const line = await loseAnswers(page, command, command);
    await add.press('Enter');
    await expect(alert).toBeVisible();
    line.backWithNextPress();
    await add.press('Enter');
    await expect(page.getByRole('listitem').filter({ hasText: row })).toHaveCount(1);
    await expect(add).toBeHidden();
    expect(line.heard()).toBe(2);
    await line.back();
    await page.reload();
    await expect(page.getByRole('listitem').filter({ hasText: row })).toHaveCount(1);
  }

  await page.goto(`/visits/${visit.id}/prepare`);
  await answerUntilRecord(page);
  await page.getByRole('button', { name: 'Add allergy' }).press('Enter');
  await page.getByRole('textbox', { name: 'What do you react to?' }).fill('Penicillin');
  await addedOnce('Penicillin', /\/allergies$/);
  await page.getByRole('button', { name: 'Add medicine' }).press('Enter');
  await page.getByRole('textbox', { name: 'Name of the medicine' }).fill('Metformin 500 mg');
  await addedOnce('Metformin', /\/medication-statements$/);
  expect(person.complaints).toEqual([]);
  await known.client.ok(cancelVisit, { params: { visitId: visit.id } });
  await person.leave();
});
