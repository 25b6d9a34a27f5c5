import { expect, test } from '@playwright/test';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { endWhatIsOpen } from './support/open-visits.ts';
import { goToWaitingRoom } from './support/patient-steps.ts';
import { Person } from './support/person.ts';

test('a patient reaches the waiting room on a phone, keeps the place over a reload, and may leave', async ({
  browser,
}) => {
  await endWhatIsOpen();
  const patient = await Person.signedIn(browser, 'Patient', { device: 'phone', hospital: 'Lakeside Clinic' });
  const { page } = patient;
  await goToWaitingRoom(page, 'Clara Brunner', (step) => expectAccessibleInEach(page, step));
  await page.reload();
  await expect(page.getByText('You are next')).toBeVisible();
  await page.getByRole('button', { name: 'Leave the waiting room' }).click();
  await page.getByRole('dialog').getByRole('button', { name: /leave/i }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Waiting room');
  expect(patient.complaints).toEqual([]);
  await patient.leave();
});
