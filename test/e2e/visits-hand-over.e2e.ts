import type { Locator, Page } from '@playwright/test';
import { admitVisit, readVisit, referOffline } from '../../shared/src/visits/visits.contract.ts';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { colleague, colleagueArrives, colleagueOutside } from './support/colleague.ts';
import { inOwnDatabase } from './support/database.ts';
import { expect } from './support/expect.ts';
import { endWhatIsOpen } from './support/open-visits.ts';
import { outsider } from './support/outsider.ts';
import type { Person } from './support/person.ts';
import { expectNoSidewaysScroll } from './support/sideways-scroll.ts';
import { test } from './support/test.ts';
import { doctorArrives, patientArrives, waitingVisit } from './support/visit-in-call.ts';

const nora = 'Nora Lindqvist';
const row = (page: Page) => page.getByTestId('waiting-patient').filter({ hasText: nora });

test.beforeEach(endWhatIsOpen);

/** Opens the dialog from the row and chooses the colleague; only the reason is missing. */
async function askToHandOver(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: `Hand over ${nora} to a colleague` }).click();
  const dialog = page.getByRole('dialog', { name: `Hand over ${nora} to a colleague` });
  await dialog.getByRole('radio', { name: colleague.name }).click();
  return dialog;
}

const presence = `FROM practitioner p JOIN account a ON a.id = p.account_id WHERE a.email = '${colleague.email}'`;

/** Stores that the colleague’s last page closed ten minutes ago. */
async function colleagueLeft(): Promise<void> {
  await inOwnDatabase((owner) =>
    owner.query(
      `INSERT INTO practitioner_presence (practitioner_id, hospital_id, unseen_since)
       SELECT p.id, p.hospital_id, now() - interval '10 minutes' ${presence}
       ON CONFLICT (practitioner_id) DO UPDATE SET unseen_since = excluded.unseen_since`,
    ),
  );
}

const colleagueIsOnline = () =>
  inOwnDatabase(async (owner) => {
    const { rowCount } = await owner.query(
      `SELECT 1 FROM practitioner_presence WHERE unseen_since IS NULL AND practitioner_id = (SELECT p.id ${presence})`,
    );
    return rowCount === 1;
  });

async function leaveAll(...people: Person[]): Promise<void> {
  expect(people.flatMap(({ complaints }) => complaints)).toEqual([]);
  await Promise.all(people.map((person) => person.leave()));
}

test('a waiting patient is transferred, returned with a reason, and transferred again for good', async ({
  browser,
}) => {
  const visitId = await waitingVisit();
  const patient = await patientArrives(browser, { at: `/visits/${visitId}/waiting` });
  const theDoctor = patient.page.getByRole('region', { name: 'Your doctor' });
  await expect(theDoctor).toContainText('Clara Brunner');
  const [doctor, other] = [await doctorArrives(browser), await colleagueArrives(browser)];

  const dialog = await askToHandOver(doctor.page);
  await dialog.getByRole('button', { name: 'Hand over', exact: true }).click();
  await expect(dialog.getByText('Fill this in.')).toBeVisible();
  const reason = dialog.getByRole('textbox', { name: 'Reason for your colleague' });
  await expect(reason).toBeFocused();
  await expectAccessibleInEach(doctor.page, 'handing a patient over');
  await reason.fill('Has been with you before.');
  await dialog.getByRole('button', { name: 'Hand over', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(row(doctor.page)).toHaveCount(0);
  await expect(doctor.page.getByText(`${nora} is with ${colleague.name} now.`)).toBeVisible();

  // The patient is notified of the new doctor and keeps the position; the reason is visible to colleagues only.
  await expect(theDoctor).toContainText(`${colleague.name} will see you instead of Clara Brunner`);
  await expect(patient.page.getByText('You are next')).toBeVisible();
  await expect(patient.page.locator('body')).not.toContainText('with you before');
  await expectAccessibleInEach(patient.page, 'a waiting room after a transfer');

  const note = row(other.page).getByTestId('transfer-note');
  await expect(note).toContainText('Handed over by Clara Brunner');
  await expect(note).toContainText('Has been with you before.');
  await expectAccessibleInEach(other.page, 'a queue with somebody who was handed over');
  await note.getByRole('button', { name: 'Return' }).click();
  const declining = other.page.getByRole('dialog', { name: `Return ${nora} to Clara Brunner?` });
  await declining.getByRole('textbox').fill('I am about to leave.');
  await declining.getByRole('textbox').press('Tab');
  await expectAccessibleInEach(other.page, 'giving a patient back');
  await declining.getByRole('button', { name: 'Return' }).press('Enter');
  await expect(row(other.page)).toHaveCount(0);
  await expect(row(doctor.page)).toContainText(`${colleague.name} returned this patient`);
  await expect(row(doctor.page)).toContainText('I am about to leave.');
  await expect(theDoctor).toContainText('Clara Brunner');
  await expect(theDoctor).not.toContainText(colleague.name);
  await expect(patient.page.getByText('You are next')).toBeVisible();

  const again = await askToHandOver(doctor.page);
  await again.getByRole('textbox').fill('They would rather wait for you.');
  await again.getByRole('button', { name: 'Hand over', exact: true }).click();
  await expect(row(doctor.page)).toHaveCount(0);
  await expect(row(other.page)).toBeVisible();
  // Admitted from another window, it cannot be returned any more: the page says so and shows its state.
  await row(other.page).getByRole('button', { name: 'Return' }).click();
  const late = other.page.getByRole('dialog', { name: `Return ${nora} to Clara Brunner?` });
  await late.getByRole('textbox').fill('Too late.');
  const client = await colleagueOutside();
  await client.ok(admitVisit, { params: { visitId } });
  await expect(other.page.getByTestId('visit-in-progress')).toContainText(nora);
  await expect(other.page.getByRole('button', { name: 'Return' })).toBeHidden();
  await expect(patient.page).toHaveURL(/\/call$/);

  await client.ok(referOffline, { params: { visitId }, body: { reason: 'End of the test.' } });
  await leaveAll(patient, doctor, other);
});

test('a colleague who goes on pause disappears from the open dialog, and the typed reason stays', async ({
  browser,
}) => {
  const visitId = await waitingVisit();
  const [doctor, other] = [await doctorArrives(browser), await colleagueArrives(browser)];
  const dialog = await askToHandOver(doctor.page);
  await dialog.getByRole('textbox').fill('A second opinion.');

  await other.page.getByRole('button', { name: 'Take a break', exact: true }).click();
  await other.page.getByRole('dialog').getByRole('button', { name: 'Start break' }).click();
  await expect(other.page.getByTestId('pause')).toBeVisible();
  // The open dialog updates: if no colleague of the department is free, it lists another doctor.
  await expect(dialog.getByRole('radio', { name: colleague.name })).toBeHidden();
  await expect(dialog.getByRole('textbox')).toHaveValue('A second opinion.');
  await doctor.page.keyboard.press('Escape');
  await expect(row(doctor.page)).toBeVisible();

  await other.page.getByRole('button', { name: 'End break' }).click();
  const again = await askToHandOver(doctor.page);
  await again.getByRole('textbox').fill('A second opinion.');
  await again.getByRole('button', { name: 'Hand over', exact: true }).click();
  await expect(row(other.page)).toBeVisible();
  const client = await colleagueOutside();
  await client.ok(admitVisit, { params: { visitId } });
  await client.ok(referOffline, { params: { visitId }, body: { reason: 'End of the test.' } });
  await leaveAll(doctor, other);
});

test('a pause is shown to a waiting patient, extended, ended, and lets the patient change the doctor', async ({
  browser,
}) => {
  const visitId = await waitingVisit();
  // The page of the test before may still be leaving.
  await expect.poll(colleagueIsOnline).toBe(false);
  await colleagueLeft();
  const [doctor, patient] = [
    await doctorArrives(browser),
    await patientArrives(browser, { at: `/visits/${visitId}/waiting` }),
  ];
  const theDoctor = patient.page.getByRole('region', { name: 'Your doctor' });
  await expect(theDoctor).toContainText('Clara Brunner');
  await expect(patient.page.getByTestId('doctor-delay')).toBeHidden();

  await doctor.page.getByRole('button', { name: 'Take a break', exact: true }).click();
  const dialog = doctor.page.getByRole('dialog', { name: 'Take a break' });
  await dialog.getByRole('combobox', { name: 'Back in' }).selectOption({ index: 2 });
  await dialog.getByRole('textbox').fill('Ward round');
  await expectAccessibleInEach(doctor.page, 'beginning a pause');
  await dialog.getByRole('button', { name: 'Start break' }).click();
  const sign = doctor.page.getByTestId('pause');
  const until = async () => /until (\d\d:\d\d)/.exec((await sign.textContent()) ?? '')?.[1] ?? '';
  const first = await until();
  await expect(theDoctor).toContainText(`on a break, expected back at ${first}`);
  await expect(patient.page.locator('body')).not.toContainText('Ward round');
  await expect(patient.page.getByText('You are next')).toBeVisible();
  await expectAccessibleInEach(patient.page, 'a waiting room whose doctor pauses');
  await expectNoSidewaysScroll(patient.page, 'a waiting room whose doctor pauses');
  const offer = patient.page.getByTestId('doctor-delay');
  await expect(offer).toContainText('No other doctor in this department is online.');
  await expect(offer.getByRole('button', { name: 'See another doctor' })).toHaveCount(0);

  await sign.getByRole('button', { name: /^Add 10/ }).click();
  await expect.poll(until).not.toBe(first);
  await expect(theDoctor).toContainText(`expected back at ${await until()}`);
  await doctor.page.reload();
  await expect(sign).toBeVisible();
  await sign.getByRole('button', { name: 'End break' }).click();
  await expect(sign).toBeHidden();
  await expect(theDoctor).not.toContainText('on a break');
  await expect(offer).toBeHidden();

  const other = await colleagueArrives(browser);
  await expect.poll(colleagueIsOnline).toBe(true);
  await doctor.page.getByRole('button', { name: 'Take a break', exact: true }).click();
  await doctor.page.getByRole('dialog').getByRole('button', { name: 'Start break' }).click();
  await patient.page.getByRole('button', { name: 'See another doctor' }).click();
  await expect(theDoctor).toContainText(colleague.name);
  await expect(patient.page.getByText('You are next')).toBeVisible();
  await expect(row(doctor.page)).toHaveCount(0);
  await sign.getByRole('button', { name: 'End break' }).click();
  await expect(sign).toBeHidden();
  const nobodys = await outsider('lakeside', 'patient@lakeside.demo.test');
  expect((await nobodys.ok(readVisit, { params: { visitId } })).doctor.name).toBe(colleague.name);
  await leaveAll(patient, doctor, other);
});
