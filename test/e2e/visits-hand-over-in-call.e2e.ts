import type { Page } from '@playwright/test';
import { referOffline } from '../../shared/src/visits/visits.contract.ts';
import { expectPictureAndSound, expectPictureMoves } from './support/call-stage.ts';
import { colleague, colleagueArrives, colleagueOutside } from './support/colleague.ts';
import { expect } from './support/expect.ts';
import { test } from './support/test.ts';
import { twoInCall } from './support/visit-in-call.ts';

const nora = 'Nora Lindqvist';
const stage = (page: Page) => page.getByTestId('call-stage');

test('a patient in consultation is transferred on hold to the colleague, who resumes picture and sound', async ({
  browser,
}) => {
  const { visitId, patient, doctor } = await twoInCall(browser);
  const other = await colleagueArrives(browser);
  await doctor.page.getByRole('tab', { name: 'Note' }).click();
  await doctor.page.getByRole('textbox', { name: 'Subjective' }).fill('Palpitations since the morning.');
  await expect(doctor.page.getByTestId('save-state').first()).toHaveAttribute('data-phase', 'saved');

  await doctor.page.getByRole('button', { name: 'Hand over', exact: true }).click();
  const dialog = doctor.page.getByRole('dialog', { name: `Hand over ${nora} to a colleague` });
  await dialog.getByRole('radio', { name: colleague.name }).click();
  await dialog.getByRole('textbox').fill('Needs a second look at the heart.');
  await dialog.getByRole('button', { name: 'Hand over', exact: true }).click();
  await expect(doctor.page).toHaveURL(/\/workbench$/);
  await expect(doctor.page.getByTestId('visit-in-progress')).toHaveCount(0);

  await expect(stage(patient.page)).toHaveAttribute('data-call-face', 'held', { timeout: 45_000 });
  const card = other.page.getByTestId('visit-in-progress').filter({ hasText: nora });
  await expect(card).toContainText('Needs a second look at the heart.');
  await card.getByRole('link', { name: `Return to the visit with ${nora}` }).click();
  await expect(other.page.getByTestId('held-banner')).toBeVisible({ timeout: 45_000 });
  await other.page.getByRole('tab', { name: 'Note' }).click();
  await expect(other.page.getByRole('textbox', { name: 'Subjective' })).toHaveValue('Palpitations since the morning.');
  await other.page.getByTestId('take-back').click();
  await Promise.all([expectPictureAndSound(patient.page), expectPictureAndSound(other.page)]);
  await Promise.all([expectPictureMoves(patient.page), expectPictureMoves(other.page)]);

  // The first doctor’s old address opens neither record nor call.
  await doctor.page.goto(`/workbench/visits/${visitId}`);
  await expect(doctor.page.getByText('Palpitations since the morning.')).toHaveCount(0);
  await expect(stage(doctor.page)).toHaveCount(0);

  const client = await colleagueOutside();
  await client.ok(referOffline, { params: { visitId }, body: { reason: 'End of the test.' } });
  await expect(patient.page).not.toHaveURL(/\/call$/);
  expect([...patient.complaints, ...doctor.complaints, ...other.complaints]).toEqual([]);
  await Promise.all([patient, doctor, other].map((person) => person.leave()));
});
