import { wuzhen } from '../../server/src/demo/hospitals/wuzhen.ts';
import { checkIdentity } from '../../shared/src/accounts/identity.contract.ts';
import { admitVisit } from '../../shared/src/visits/visits.contract.ts';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { expect } from './support/expect.ts';
import { arrivesAs, newPatient } from './support/new-patient.ts';
import { outsider } from './support/outsider.ts';
import { Person } from './support/person.ts';
import { test } from './support/test.ts';
import { benchPage, doctorArrives, endVisit, waitingVisitOf } from './support/visit-in-call.ts';

test('a patient maintains their own record, and an unusual value needs confirmation', async ({ browser }) => {
  const patient = await Person.signedIn(browser, 'Patient', { device: 'phone' });
  const { page } = patient;
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'My record' }).click();
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
  await expect(entry).toContainText('Added by you');
  await entry.getByRole('button', { name: /^More about/ }).click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  await expect(entry.getByRole('listitem')).toContainText('Recorded');
  // At full height, so that nothing is half under the bar at the bottom.
  await page.setViewportSize({ width: 390, height: 6000 });
  await expectAccessibleInEach(page, 'My record');
  expect(patient.complaints).toEqual([]);
});

test('a doctor opens an unknown patient’s chart in an emergency, by exact identity and with a reason', async ({
  browser,
}) => {
  const doctor = await Person.signedIn(browser, 'Doctor', { device: 'wide' });
  const { page } = doctor;
  await page.getByRole('link', { name: 'Emergency access' }).click();
  const fill = async (place: number, name: string) => {
    await page.getByLabel('Full name').fill(name);
    await page.getByLabel('Date of birth').fill(wuzhen.patients[place]?.birthDate ?? '');
    await page.getByLabel('Phone number').fill(wuzhen.nextPhone(place + 1));
    await page.getByRole('button', { name: 'Find', exact: true }).click();
  };
  await fill(2, 'Nobody');
  await expect(page.getByText('No matching patient')).toBeVisible();
  // The doctor’s patients change with the demo’s days, so this takes the first one without a care relationship.
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

test('a patient sees at once who opened their chart in an emergency, when and why', async ({ browser }) => {
  // No doctor here has a care relationship with this patient.
  const known = await newPatient();
  const who = { name: 'Anna Keller', birthDate: '1990-04-05', sex: 'female' } as const;
  // One that ends in 8 would not be verified.
  const number = `DEMO${Date.now().toString(36).slice(-4, -1).toUpperCase()}1`;
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
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  const explanation = 'Brought in unconscious by ambulance';
  const reason = page.getByLabel(/^Explanation/);
  await reason.fill('too short');
  await page.getByRole('button', { name: 'Open the chart for 4 hours' }).click();
  // Without a written reason nothing is opened and no notification is sent.
  await expect(reason).toBeVisible();
  await expect(emergencies).toHaveCount(0);
  await reason.fill(explanation);
  await page.getByRole('button', { name: 'Open the chart for 4 hours' }).click();
  await expect(page.getByText(/^Emergency access until/)).toBeVisible();

  // The open page updates automatically.
  await expect(emergencies).toContainText('Clara Brunner opened this record:');
  await expect(emergencies).toContainText(explanation);
  const year = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'Europe/Zurich' });
  await expect(emergencies).toContainText(year.format(Date.now()));
  // The reads of the chart follow the opening and are listed when the record is opened again.
  await phone.reload();
  await expect(emergencies).toContainText(explanation);
  await expect(phone.getByTestId('looks')).toContainText('Clara Brunner');
  await expectAccessibleInEach(phone, 'a record that was opened in an emergency');
  // The inbox shows it too.
  await phone.goto('/messages');
  await expect(phone.getByText('Emergency access to your record')).toBeVisible();

  // The access is read-only and only for this doctor.
  await expect(page.getByRole('button', { name: 'Add allergy' })).toHaveCount(0);
  for (const person of [patient, doctor]) {
    expect(person.complaints).toEqual([]);
    await person.leave();
  }
});

test('a doctor adds a medicine that the patient names in the visit, and the safety checks know it', async ({
  browser,
}) => {
  const { client } = await newPatient();
  const visitId = await waitingVisitOf(client);
  const colleague = await outsider('lakeside', 'doctor@lakeside.demo.test');
  await colleague.ok(admitVisit, { params: { visitId } });
  const doctor = await doctorArrives(browser, { at: benchPage(visitId) });
  const { page } = doctor;
  const panel = page.getByTestId('medicine-reconciliation');
  await expect(panel).toContainText('None on record');
  await page.getByTestId('call-leave').click();

  const add = panel.getByRole('button', { name: 'Add medicine' });
  await add.press('Enter');
  const form = page.getByRole('dialog', { name: 'Add medicine' });
  const medicine = form.getByRole('textbox', { name: 'Medicine' });
  await expect(medicine).toBeFocused();
  await medicine.press('Enter');
  await expect(form).toContainText('Fill this in.');
  await expect(medicine).toBeFocused();
  await expectAccessibleInEach(page, 'adding a medicine in the visit', '[role=dialog]');
  await medicine.fill('Warfarin');
  await form.getByRole('textbox', { name: 'Dosage' }).fill('3 mg in the evening');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  await expect(add).toBeFocused();
  const entry = panel.locator('[data-entry=medicine]');
  await expect(entry).toContainText('Warfarin');
  await expect(entry).toContainText('3 mg in the evening');
  await expect(entry).toContainText('Clara Brunner');
  // What a doctor added needs no confirmation.
  await expect(panel.getByRole('button', { name: /^Confirm/ })).toHaveCount(0);

  await page.getByRole('tab', { name: 'Prescription' }).click();
  await page.getByRole('combobox', { name: 'Add medicine' }).fill('ibuprofen');
  await page
    .getByRole('option', { name: /^Ibuprofen/ })
    .first()
    .click();
  await page.getByRole('group', { name: 'Usual' }).getByRole('button').first().click();
  await expect(page.getByTestId('safety-issue').filter({ hasText: 'Warfarin' }).first()).toBeVisible();
  expect(doctor.complaints).toEqual([]);
  await endVisit(visitId);
  await doctor.leave();
});
