import { expectAccessibleInEach } from './support/accessibility.ts';
import { returnToDoctor, signed } from './support/approved-prescription.ts';
import { expect } from './support/expect.ts';
import { newPatient } from './support/new-patient.ts';
import { Person } from './support/person.ts';
import { expectNoSidewaysScroll } from './support/sideways-scroll.ts';
import { signer } from './support/signer.ts';
import { test } from './support/test.ts';
import { visitOver } from './support/visit-over.ts';

test('a prescription that was returned after the visit stays a task until the doctor says why none is needed', async ({
  browser,
}) => {
  const known = await newPatient('lakeside', { name: 'Marta Senn' });
  let prescriptionId = '';
  const visitId = await visitOver(known.client, {}, async (running) => {
    prescriptionId = (await signed(await signer('doctor@lakeside.demo.test'), running)).id;
  });
  await returnToDoctor(prescriptionId);
  const doctor = await Person.signedIn(browser, 'Doctor', { hospital: 'Lakeside Clinic', at: '/to-do' });
  const { page } = doctor;
  const row = page.getByRole('row').filter({ hasText: 'Marta Senn' });
  await row.getByRole('link', { name: /Follow up/ }).click();
  await expect(page).toHaveURL(new RegExp(`${visitId}\\?part=prescription`));
  await expect(page.getByTestId('returned')).toBeVisible();
  await expectAccessibleInEach(page, 'a returned prescription of an ended visit');
  await expectNoSidewaysScroll(page, 'a returned prescription of an ended visit');
  const card = page.getByTestId('signed-prescription');
  await card.getByRole('button', { name: 'No prescription needed' }).click();
  const dialog = page.getByRole('dialog', { name: 'No prescription needed?' });
  await dialog.getByRole('button', { name: 'Save reason' }).click();
  await expect(dialog.getByText('Fill this in.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The pain is gone.');
  await expectAccessibleInEach(page, 'why no prescription is needed');
  await dialog.getByRole('button', { name: 'Save reason' }).click();
  await expect(card.getByTestId('follow-up')).toContainText('The pain is gone.');
  await expect(page.getByTestId('returned')).toBeHidden();
  await expectAccessibleInEach(page, 'a returned prescription that was followed up');
  await page.goto('/to-do');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('table')).toBeVisible();
  await expect(row).toHaveCount(0);
  expect(doctor.complaints).toEqual([]);
  await doctor.leave();
});
