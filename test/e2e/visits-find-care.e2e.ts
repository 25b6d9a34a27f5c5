import { expectAccessibleInEach } from './support/accessibility.ts';
import { expect } from './support/expect.ts';
import { endWhatIsOpen } from './support/open-visits.ts';
import { impatient, Person } from './support/person.ts';
import { test } from './support/test.ts';

test('a patient finds a department by pinyin, and a danger sign in the text stops the booking until it is denied', async ({
  browser,
}) => {
  await endWhatIsOpen();
  const patient = await Person.signedIn(browser, 'Patient', {
    device: 'phone',
    hospital: 'Lakeside Clinic',
    at: null,
    timeouts: impatient,
  });
  const { page } = patient;
  await page.goto('/departments');
  const search = page.getByRole('searchbox', { name: 'Symptom, department or doctor' });
  await search.fill('pz');
  await expect(page.getByText('For: Rash, itching')).toBeVisible();
  await expect(page.locator('main').getByRole('link', { name: /Dermatology/ })).toBeVisible();
  for (const [typed, name] of [
    ['pifuke', /Dermatology/],
    ['pfk', /Dermatology/],
    ['quan ke', /General Practice/],
  ] as const) {
    await search.fill(typed);
    await expect(page.locator('main li article')).toHaveText([name]);
  }
  const stop = page.getByTestId('red-flag-stop');
  await search.fill('xiongtong');
  await expect(stop.getByText('Chest pain')).toBeVisible();
  await search.fill('xiongtongji');
  await expect(stop).toBeHidden();
  await search.fill('胸痛');
  await expect(stop.getByRole('link', { name: /Call 112/ })).toHaveAttribute('href', 'tel:112');
  await expectAccessibleInEach(page, 'search stopped');
  await search.fill('brunner');
  await page.getByRole('link', { name: /Clara Brunner/ }).click();

  await page.getByRole('textbox', { name: 'Your symptoms or question' }).fill('Chest pain since this morning');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(stop.getByRole('heading')).toBeFocused();
  await expectAccessibleInEach(page, 'booking stopped');
  await expect(page.getByRole('button', { name: 'Continue with the video visit' })).toBeDisabled();
  const goOn = async () => {
    await page.getByRole('checkbox', { name: /This is not an emergency/ }).check();
    await page.getByRole('button', { name: 'Continue with the video visit' }).click();
  };
  // What was confirmed about one text does not cover another one.
  await page.route('**/api/visits', (route) => route.abort());
  await goOn();
  await expect(page.getByText('No connection to the hospital')).toBeVisible();
  await page.unroute('**/api/visits');
  await page.getByRole('textbox', { name: 'Your symptoms or question' }).fill('Chest pain that spreads to my left arm');
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(stop.getByRole('heading')).toBeFocused();
  await goOn();
  await expect(page).toHaveURL(/\/prepare$/);
  expect(patient.complaints).toEqual([]);
  await patient.leave();
});
