import { expect, test } from '@playwright/test';
import { wuzhen } from '../../server/src/demo/hospitals/wuzhen.ts';
import { expectAccessible } from './support/accessibility.ts';
import { Person } from './support/person.ts';

test('a patient keeps their own record, and an unusual value is asked about before it is kept', async ({ browser }) => {
  const patient = await Person.signedIn(browser, 'Patient', { device: 'phone' });
  const { page } = patient;
  await page.getByRole('link', { name: 'My record' }).click();
  await expect(page.getByTestId('vitals')).toContainText('kg');
  await page.getByRole('button', { name: 'Add a measured value' }).click();
  await page.getByRole('textbox', { name: 'Value' }).fill('7.1');
  await page.getByRole('textbox', { name: 'Value' }).press('Enter');
  await expect(page.getByRole('alert')).toContainText('This value is unusual');
  await page.getByRole('textbox', { name: 'Value' }).fill('71.3');
  await page.getByRole('textbox', { name: 'Value' }).press('Enter');
  await expect(page.getByTestId('vitals')).toContainText('71.3 kg');
  await expect(page.getByTestId('timeline')).toContainText('Weight: 71.3 kg');
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByLabel('Add a condition').fill('hay fever of my own words');
  await page.getByRole('button', { name: 'Keep as written' }).click();
  const entry = page.locator('[data-entry=condition]').filter({ hasText: 'hay fever of my own words' });
  await expect(entry).toContainText('Not confirmed by a doctor yet');
  await entry.getByRole('button', { name: /^More about/ }).click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  await expect(entry.getByRole('listitem')).toContainText('Recorded');
  await expectAccessible(page, 'My record');
  expect(patient.complaints).toEqual([]);
});

test('a doctor opens a stranger’s chart in an emergency, by exact identity and for a reason', async ({ browser }) => {
  const doctor = await Person.signedIn(browser, 'Doctor', { device: 'wide' });
  const { page } = doctor;
  await page.getByRole('link', { name: 'Emergency access' }).click();
  const fill = async (place: number, name: string) => {
    await page.getByLabel('Full name').fill(name);
    await page.getByLabel('Birth date').fill(wuzhen.patients[place]?.birthDate ?? '');
    await page.getByLabel('Phone number').fill(wuzhen.nextPhone(place + 1));
    await page.getByRole('button', { name: 'Find' }).click();
  };
  await fill(2, 'Nobody');
  await expect(page.getByText('Nobody answers to all of it')).toBeVisible();
  // Whom this doctor cares for changes with the demo’s days: the first in the list whom it is not.
  const reason = page.getByLabel(/^What has happened/);
  const known = page.getByRole('button', { name: 'Open the chart', exact: true });
  for (let place = 2; place < 12; place++) {
    const name = wuzhen.patients[place]?.nameLatin ?? '';
    await fill(place, name);
    await expect(
      page
        .getByRole('heading', { name })
        .or(page.getByText(name, { exact: true }))
        .first(),
    ).toBeVisible();
    await expect(reason.or(known).first()).toBeVisible();
    if (await reason.isVisible()) break;
  }
  await page.getByLabel(/^What has happened/).fill('Brought in unconscious by ambulance');
  await expectAccessible(page, 'Emergency access');
  await page.getByRole('button', { name: 'Open the chart for 4 hours' }).click();
  await expect(page.getByText(/^Open in an emergency until/)).toBeVisible();
  await expect(page.getByTestId('timeline').getByRole('listitem').first()).toBeVisible();
  await expectAccessible(page, 'Chart');
  expect(doctor.complaints).toEqual([]);
});
