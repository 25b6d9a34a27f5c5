import { expect } from '@playwright/test';
import { wuzhen } from '../../server/src/demo/hospitals/wuzhen.ts';
import { checkIdentity } from '../../shared/src/accounts/identity.contract.ts';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { arrivesAs, newPatient } from './support/new-patient.ts';
import { Person } from './support/person.ts';
import { test } from './support/test.ts';

test('a patient keeps their own record, and an unusual value is asked about before it is kept', async ({ browser }) => {
  const patient = await Person.signedIn(browser, 'Patient', { device: 'phone' });
  const { page } = patient;
  await page.getByRole('link', { name: 'My record' }).click();
  await expect(page.getByTestId('vitals')).toContainText('kg');
  await page.getByRole('button', { name: 'Add measurement' }).click();
  await page.getByRole('textbox', { name: 'Value' }).fill('7.1');
  await page.getByRole('textbox', { name: 'Value' }).press('Enter');
  await expect(page.getByRole('alert')).toContainText('This value is unusual');
  await page.getByRole('textbox', { name: 'Value' }).fill('71.3');
  await page.getByRole('textbox', { name: 'Value' }).press('Enter');
  await expect(page.getByTestId('vitals')).toContainText('71.3 kg');
  await expect(page.getByTestId('timeline')).toContainText('Weight: 71.3 kg');
  await page.getByRole('button', { name: 'Add condition' }).click();
  const words = `hay fever of my own words ${Date.now()}`;
  await page.getByLabel('Add condition').fill(words);
  await page.getByRole('button', { name: 'Use free text' }).click();
  const entry = page.locator('[data-entry=condition]').filter({ hasText: words });
  await expect(entry).toContainText('Not yet confirmed by a doctor');
  await entry.getByRole('button', { name: /^More about/ }).click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  await expect(entry.getByRole('listitem')).toContainText('Recorded');
  // At its whole height, so that nothing lies half under the bar at the bottom.
  await page.setViewportSize({ width: 390, height: 6000 });
  await expectAccessibleInEach(page, 'My record');
  expect(patient.complaints).toEqual([]);
});

test('a doctor opens a stranger’s chart in an emergency, by exact identity and for a reason', async ({ browser }) => {
  const doctor = await Person.signedIn(browser, 'Doctor', { device: 'wide' });
  const { page } = doctor;
  await page.getByRole('link', { name: 'Emergency access' }).click();
  const fill = async (place: number, name: string) => {
    await page.getByLabel('Full name').fill(name);
    await page.getByLabel('Date of birth').fill(wuzhen.patients[place]?.birthDate ?? '');
    await page.getByLabel('Phone number').fill(wuzhen.nextPhone(place + 1));
    await page.getByRole('button', { name: 'Find' }).click();
  };
  await fill(2, 'Nobody');
  await expect(page.getByText('No matching patient')).toBeVisible();
  // Whom this doctor cares for changes with the demo’s days: the first in the list whom it is not.
  const reason = page.getByLabel(/^Explanation/);
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
  await page.getByLabel(/^Explanation/).fill('Brought in unconscious by ambulance');
  await expectAccessibleInEach(page, 'Emergency access');
  await page.getByRole('button', { name: 'Open the chart for 4 hours' }).click();
  await expect(page.getByText(/^Emergency access until/)).toBeVisible();
  await expect(page.getByTestId('timeline').getByRole('listitem').first()).toBeVisible();
  await expectAccessibleInEach(page, 'Chart');
  expect(doctor.complaints).toEqual([]);
});

test('whose chart was opened in an emergency sees at once who did it, when and why', async ({ browser }) => {
  // Nobody here has ever cared for this patient.
  const known = await newPatient();
  const who = { name: 'Anna Keller', birthDate: '1990-04-05', sex: 'female' } as const;
  const number = `DEMO${String(Date.now()).slice(-4)}1`;
  await known.client.ok(checkIdentity, { body: { ...who, documentType: 'passport', number } });
  const [patient, doctor] = await Promise.all([
    arrivesAs(browser, known, { at: '/record' }),
    Person.signedIn(browser, 'Doctor', { hospital: 'Lakeside Clinic', at: null }),
  ]);
  const phone = patient.page;
  await expect(phone.getByTestId('looks')).toContainText('No one except you so far');
  const emergencies = phone.getByRole('region', { name: 'Emergency access' });
  await expect(emergencies).toHaveCount(0);

  const { page } = doctor;
  await page.goto('/emergency-access');
  await page.getByLabel('Full name').fill(who.name);
  await page.getByLabel('Date of birth').fill(who.birthDate);
  await page.getByLabel(/^Last 4/).fill(number.slice(-4));
  await page.getByRole('button', { name: 'Find' }).click();
  const explanation = 'Brought in unconscious by ambulance';
  const reason = page.getByLabel(/^Explanation/);
  await reason.fill('too short');
  await page.getByRole('button', { name: 'Open the chart for 4 hours' }).click();
  // Without a reason in words nothing is opened, and nobody is told.
  await expect(reason).toBeVisible();
  await expect(emergencies).toHaveCount(0);
  await reason.fill(explanation);
  await page.getByRole('button', { name: 'Open the chart for 4 hours' }).click();
  await expect(page.getByText(/^Emergency access until/)).toBeVisible();

  // The page that lay open says it by itself.
  await expect(emergencies).toContainText('Clara Brunner opened your record:');
  await expect(emergencies).toContainText(explanation);
  await expect(emergencies).toContainText(String(new Date().getFullYear()));
  // The looks at it follow the opening, and are listed when the record is opened again.
  await phone.reload();
  await expect(emergencies).toContainText(explanation);
  await expect(phone.getByTestId('looks')).toContainText('Clara Brunner');
  await expectAccessibleInEach(phone, 'a record that was opened in an emergency');
  // And so does the inbox, for whoever was elsewhere.
  await phone.goto('/messages');
  await expect(phone.getByText('Emergency access to your record')).toBeVisible();

  // It is reading only, and this doctor's alone.
  await expect(page.getByRole('button', { name: 'Add allergy' })).toHaveCount(0);
  for (const person of [patient, doctor]) {
    expect(person.complaints).toEqual([]);
    await person.leave();
  }
});
