import type { Page } from '@playwright/test';
import { readAccount } from '../../shared/src/accounts/auth.contract.ts';
import { stateNoAllergies } from '../../shared/src/chart/chart.contract.ts';
import { inOwnDatabase } from './support/database.ts';
import { expect } from './support/expect.ts';
import { newPatient } from './support/new-patient.ts';
import { endWhatIsOpen } from './support/open-visits.ts';
import { countSteps } from './support/step-count.ts';
import { test } from './support/test.ts';
import { doctorArrives, waitingVisitOf } from './support/visit-in-call.ts';

/** A goal of the design for a routine visit, besides typing and with a recent second factor. */
const MAX_CLICKS = 12;

const confirmDoctor = () =>
  inOwnDatabase((owner) =>
    owner.query(
      `UPDATE session SET second_factor_at = now()
       WHERE account_id IN (SELECT id FROM account WHERE email = 'doctor@lakeside.demo.test')`,
    ),
  );

/** Leads to a part of the record by its entry in the bar, which puts the cursor where the doctor goes on. */
async function goTo(page: Page, part: 'diagnosis' | 'prescription', field: string): Promise<void> {
  await page.getByTestId('bench-bar').locator(`[data-part="${part}"]`).getByRole('button').click();
  await expect(page.getByRole('combobox', { name: field })).toBeFocused();
}

test('a routine visit with one medicine costs a doctor at most twelve clicks', async ({ browser }) => {
  await endWhatIsOpen();
  // Other tests prescribe for the demo patient.
  const { client } = await newPatient('lakeside', { name: 'Ueli Routine', sex: 'male' });
  const { patientId } = await client.ok(readAccount);
  await client.ok(stateNoAllergies, { params: { patientId: patientId ?? '' } });
  await waitingVisitOf(client);
  const doctor = await doctorArrives(browser, { at: null });
  const { page } = doctor;
  const count = await countSteps(page);
  await page.goto('/workbench');
  await confirmDoctor();
  await page.getByRole('button', { name: 'Admit Ueli Routine' }).first().click();
  await page.getByRole('textbox', { name: 'Subjective' }).click();
  await page.keyboard.type('Sore throat and fever for three days.');
  await page.getByRole('textbox', { name: 'Objective' }).fill('Looks well on video. 38.1 °C measured at home.');
  await page.getByRole('textbox', { name: 'Assessment' }).fill('Acute tonsillitis, probably viral.');
  await page.getByRole('textbox', { name: 'Plan' }).fill('Rest, fluids, paracetamol.');

  await goTo(page, 'diagnosis', 'Add a diagnosis');
  await page.keyboard.type('tonsillitis');
  await page.getByRole('option', { name: /Acute tonsillitis, unspecified/ }).click();
  await expect(page.getByTestId('diagnosis')).toHaveCount(1);

  await goTo(page, 'prescription', 'Add medicine');
  await page.keyboard.type('paracetamol');
  await page
    .getByRole('option', { name: /^Paracetamol tablet/ })
    .first()
    .click();
  await page.getByRole('group', { name: 'Usual' }).getByRole('button').first().click();
  await page.getByRole('button', { name: 'Sign prescription' }).click();
  const signing = page.getByRole('dialog', { name: 'Sign the prescription' });
  // At the moment of signing the allergies are in view, with their reactions.
  await expect(signing.getByTestId('allergies')).toBeInViewport();
  await signing.getByRole('button', { name: 'Sign', exact: true }).click();
  await expect(signing).toBeHidden();

  // One click asks for the signature that is missing, and then for the completion.
  await page.getByRole('button', { name: 'Complete visit' }).click();
  await page.getByRole('dialog', { name: 'Sign the note?' }).getByRole('button', { name: 'Sign note' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Complete visit' }).click();
  await expect(page).toHaveURL(/\/workbench$/);

  const { taps } = await count();
  process.stdout.write(`routine visit: ${taps} clicks\n`);
  expect(taps).toBeLessThanOrEqual(MAX_CLICKS);
  expect(doctor.complaints).toEqual([]);
  await doctor.leave();
});
