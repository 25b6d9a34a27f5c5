import { expectAccessibleInEach } from './support/accessibility.ts';
import { expect } from './support/expect.ts';
import { arrivesAs, newPatient } from './support/new-patient.ts';
import { impatient, Person } from './support/person.ts';
import { expectNoSidewaysScroll } from './support/sideways-scroll.ts';
import { test } from './support/test.ts';
import { visitOver } from './support/visit-over.ts';

/** What a patient does after a visit: rates it and books again. */

test('a visit is rated separately for care and call, kept over a reload and a lost connection, shown again and corrected', async ({
  browser,
}) => {
  const known = await newPatient();
  await visitOver(known.client, { summary: 'A cold. Rest and drink enough.' });
  const person = await arrivesAs(browser, known, { timeouts: impatient });
  const { page } = person;
  await page.goto('/visits');
  const askedFor = page.getByRole('link', { name: /Rate this visit/ });
  await askedFor.click();
  const card = page.getByTestId('rating');
  await expect(card.getByRole('heading', { name: 'How was your visit?' })).toBeVisible();
  await expectAccessibleInEach(page, 'a visit that may be rated');
  await card.getByRole('button', { name: 'Send' }).click();
  await expect(card.getByRole('alert')).toHaveText('Rate at least one of the two.');
  await expectAccessibleInEach(page, 'a rating without stars');

  const care = card.getByRole('group', { name: 'The doctor’s care' });
  const picture = card.getByRole('group', { name: 'Sound and video' });
  await care.getByRole('radio', { name: '5 of 5, Very good' }).check({ force: true });
  await picture.getByRole('radio', { name: '2 of 5, Poor' }).check({ force: true });
  await expect(card.getByRole('alert')).toBeHidden();
  // The reasons fit the stars: praise for the care, faults of the picture.
  await expect(card.getByRole('checkbox', { name: 'Felt rushed' })).toBeHidden();
  await card.getByRole('checkbox', { name: 'Explained well' }).check({ force: true });
  await card.getByRole('checkbox', { name: 'Sound broke up' }).check({ force: true });
  const words = 'She took the time to explain. The sound broke up twice.';
  await card.getByRole('textbox', { name: 'Anything else?' }).fill(words);
  await expectAccessibleInEach(page, 'a rating filled in');
  await expectNoSidewaysScroll(page, 'a rating filled in');

  const isAllThere = async () => {
    await expect(care.getByRole('radio', { name: '5 of 5, Very good' })).toBeChecked();
    await expect(picture.getByRole('radio', { name: '2 of 5, Poor' })).toBeChecked();
    await expect(card.getByRole('checkbox', { name: 'Explained well' })).toBeChecked();
    await expect(card.getByRole('checkbox', { name: 'Sound broke up' })).toBeChecked();
    await expect(card.getByRole('textbox', { name: 'Anything else?' })).toHaveValue(words);
  };
  await page.reload();
  await isAllThere();
  await person.context.setOffline(true);
  // Announced to screen readers.
  const said = page.locator('p[aria-live="polite"]');
  await expect(said).toContainText('You are offline.');
  await card.getByRole('button', { name: 'Send' }).click();
  await expect(card.getByText('No connection to the hospital')).toBeVisible();
  await expect(card.getByRole('button', { name: 'Send' })).toBeFocused();
  await expectAccessibleInEach(page, 'a rating that could not be sent');
  await isAllThere();
  await person.context.setOffline(false);
  await expect(said).toContainText('Reconnected.');
  await card.getByRole('button', { name: 'Send' }).click();
  await expect(card.getByRole('heading', { name: 'Your rating' })).toBeVisible();

  await page.reload();
  const facts = card.getByRole('definition');
  await expect(facts).toHaveText(['5 of 5', '2 of 5']);
  await expect(card.getByText('Explained well · Sound broke up')).toBeVisible();
  await expect(card.getByText(words)).toBeVisible();
  await expectAccessibleInEach(page, 'a rating that was given');
  await card.getByRole('button', { name: 'Change' }).click();
  await isAllThere();
  await card.getByRole('button', { name: 'Skip: Sound and video' }).click();
  await card.getByRole('button', { name: 'Send' }).click();
  await expect(facts).toHaveText(['5 of 5', 'skipped']);
  // The reason was removed with the stars that it explained.
  await expect(card.getByText('Explained well', { exact: true })).toBeVisible();
  await page.goto('/visits');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('main').getByText('Clara Brunner').first()).toBeVisible();
  await expect(askedFor).toHaveCount(0);
  expect(person.complaints).toEqual([]);
  await person.leave();
});

test('a follow-up leads from the visit to a booked appointment in the list', async ({ browser }) => {
  const known = await newPatient();
  const person = await arrivesAs(browser, known);
  const { page } = person;
  const main = page.getByRole('main');
  const visitId = await visitOver(known.client, { followUp: { fromDays: 2, untilDays: 8 } }, async (running) => {
    await page.goto(`/visits/${running}`);
    await expect(main.getByText('Nothing has been prescribed yet.')).toBeVisible();
    await expect(main.getByText('No documents yet')).toBeVisible();
    await expect(main.getByText('Diagnosis')).toHaveCount(0);
  });
  await page.goto(`/visits/${visitId}`);
  await expect(main.getByTestId('visit-diagnoses')).toContainText('ICD-10: J00');
  // What the doctor said comes first, the rating last.
  await expect(main.getByRole('heading', { level: 2 })).toHaveText([
    'From your doctor',
    'Diagnosis',
    'Prescriptions',
    'Documents',
    'Follow-up',
    'Fee for this visit',
    'When to seek help',
    'Chat',
    'How was your visit?',
    'Reason for visit',
  ]);
  await expect(main.getByRole('button', { name: 'Print summary' })).toBeVisible();
  await expect(page.getByRole('contentinfo').getByRole('link', { name: /^Call the hospital: \+41/ })).toHaveAttribute(
    'href',
    'tel:+41000000120',
  );
  await expect(main.getByRole('button', { name: 'Send' })).toHaveCount(1);
  const card = page.getByRole('region', { name: 'Follow-up' });
  await expect(card).toContainText('Clara Brunner would like to see you again between');
  await expectAccessibleInEach(page, 'a visit with a follow-up');
  const days = /between .+ and .+\./.exec((await card.textContent()) ?? '')?.[0] ?? '';
  await card.getByRole('link', { name: 'Book appointment' }).click();

  await expect(page.getByRole('note')).toContainText(days);
  const times = page.getByRole('group', { name: /^Time/ }).getByRole('radio');
  await expect(times.first()).toBeAttached();
  await expectAccessibleInEach(page, 'times for a follow-up');
  await expectNoSidewaysScroll(page, 'times for a follow-up');
  await times.first().check({ force: true });
  await page.getByRole('button', { name: 'Continue with this time' }).click();
  await expect(page.getByRole('timer')).toBeVisible();
  // The reason is filled in from the visit.
  const reason = page.getByLabel('What is it about?');
  await expect(reason).toHaveValue(/^Follow-up of the visit on .+: .*cough for three days$/);
  await page.reload();
  await expect(reason).toHaveValue(/^Follow-up of the visit on .+: .*cough for three days$/);
  await page.getByRole('button', { name: 'Book this time' }).click();
  await expect(page.getByRole('heading', { name: 'Your appointment is booked' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Follow-up of the visit on');

  await page.getByRole('link', { name: 'Appointments' }).click();
  const row = page.getByRole('main').getByRole('link', { name: /Clara Brunner/ });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('Booked');
  await expectAccessibleInEach(page, 'a list with the follow-up');

  // The visit that proposed it shows the booking; another time is still offered.
  await page.goto(`/visits/${visitId}`);
  await expect(card).toContainText('Your appointment is booked');
  await expect(card.getByRole('link', { name: 'Book with Clara Brunner' })).toBeVisible();
  await expectAccessibleInEach(page, 'a visit whose follow-up is booked');
  await card.getByRole('link', { name: /Booked/ }).click();
  await expect(page.getByRole('heading', { name: 'Your appointment is booked' })).toBeVisible();
  expect(person.complaints).toEqual([]);
  await person.leave();
});

test('the doctor opens a visit without an appointment from the day’s list', async ({ browser }) => {
  const known = await newPatient();
  const visitId = await visitOver(known.client, {});
  const doctor = await Person.signedIn(browser, 'Doctor', { hospital: 'Lakeside Clinic', at: null });
  await doctor.page.goto('/day');
  // Several visits on one day may have one name.
  const link = doctor.page.locator(`a[href="/workbench/visits/${visitId}"]`);
  await expect(link).toHaveText('Open visit');
  await link.click();
  await expect(doctor.page).toHaveURL(`/workbench/visits/${visitId}`);
  await expect(doctor.page.getByRole('heading', { name: 'Anna Keller' })).toBeVisible();
  expect(doctor.complaints).toEqual([]);
  await doctor.leave();
});
