import type { Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInEach } from './support/accessibility.ts';
import { diagnose, signPrescription } from './support/doctor-steps.ts';
import { expect } from './support/expect.ts';
import { inChinese } from './support/language.ts';
import { test } from './support/test.ts';
import { admittedVisit, benchPage, doctorArrives, endVisit, patientArrives } from './support/visit-in-call.ts';

/** Presses keys singly, as a person does, and counts them. */
class Keyboard {
  readonly #page: Page;
  pressed = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  async type(text: string): Promise<void> {
    this.pressed += [...text].length;
    await this.#page.keyboard.type(text);
  }

  async press(key: string): Promise<void> {
    this.pressed += 1;
    await this.#page.keyboard.press(key);
  }
}

/** Finds a medicine by name and chooses the first result, starting in the focused search field. */
async function find(page: Page, keyboard: Keyboard, words: string, expected: RegExp): Promise<void> {
  await keyboard.type(words);
  // While the whole text is searched, the list may still show what was found for its beginning.
  await expect(page.getByRole('status').filter({ hasText: /^\d+ found$/ })).toBeAttached();
  await expect(page.getByRole('option', { name: expected }).first()).toBeVisible();
  await expect(page.getByRole('option', { name: expected }).first()).toHaveAttribute('data-highlighted');
  await keyboard.press('Enter');
}

test('a doctor fills in lines by keyboard only, and the patient reads when to take what', async ({ browser }) => {
  const visitId = await admittedVisit();
  const { page } = await doctorArrives(browser, { at: benchPage(visitId) });
  await diagnose(page);
  await page.getByRole('tab', { name: 'Prescription' }).click();
  const search = page.getByRole('combobox', { name: 'Add medicine' });
  await search.focus();

  // A usual dose by its number.
  const usual = new Keyboard(page);
  await find(page, usual, 'cetirizine 10', /^Cetirizine tablet/);
  await expect(page.getByTestId('usual-sig').first()).toBeFocused();
  await usual.press('1');
  await expect(search).toBeFocused();
  await expect(page.getByTestId('prescription-line')).toHaveCount(1);
  expect(usual.pressed).toBeLessThanOrEqual(16);

  // A taper in one line of text; milligrams become tablets.
  const taper = new Keyboard(page);
  await find(page, taper, 'prednisolone 5', /^Prednisolone/);
  await taper.press('/');
  await expect(page.getByTestId('quick-entry')).toBeFocused();
  await taper.type('20 10 5 mg qd am x 2d');
  await expect(page.getByTestId('quick-understood')).toContainText('Day 3–4: 2 tablets once a day in the morning.');
  await expectAccessibleInEach(page, 'quick entry');
  await taper.press('Enter');
  await expect(search).toBeFocused();
  expect(taper.pressed).toBeLessThanOrEqual(40);
  const line = page.getByTestId('prescription-line').nth(1);
  await expect(line).toContainText('6 days in all');
  await expect(page.getByTestId('safety-report')).toHaveAttribute('data-face', 'current');
  await expect(page.getByTestId('data-version')).toBeVisible();

  // As needed, with reason, maximum and dispensed amount, in one line of text too.
  const needed = new Keyboard(page);
  await find(page, needed, 'parac 500', /^Paracetamol/);
  await needed.press('/');
  await expect(page.getByTestId('quick-entry')).toBeFocused();
  await needed.type('1 fever max 4 3d #12');
  await needed.press('Enter');
  await expect(search).toBeFocused();
  expect(needed.pressed).toBeLessThanOrEqual(32);
  const third = page.getByTestId('prescription-line').nth(2);
  await expect(third).toContainText('when needed for fever, at most 4 times a day');
  await expect(third).toContainText('12 tablets');
  await third.getByRole('button', { name: /^Remove/ }).click();

  // What is missing is named and focused; a usual as-needed dose leaves nothing missing, the largest quantity included.
  await find(page, needed, 'parac 500', /^Paracetamol/);
  await third.getByText('Missing: Dose, Frequency, Days', { exact: true }).click();
  await expect(third.getByRole('textbox', { name: 'Dose' })).toBeFocused();
  await third.getByTestId('usual-sig').first().press('1');
  await expect(search).toBeFocused();
  await expect(third).toContainText('when needed for fever or pain, at most 4 times a day');
  await expect(third).toContainText('12 tablets');
  await third.getByRole('button', { name: /^Remove/ }).click();

  // Text that is not understood is reported and not applied.
  await line.getByRole('button', { expanded: false }).click();
  await page.getByTestId('quick-entry').fill('1 wobbly');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('quick-understood')).toContainText('Not recognised: wobbly');
  await expect(line).toContainText('6 days in all');
  await page.getByTestId('quick-entry').fill('');

  // A reload loses nothing.
  await page.reload();
  await page.getByRole('tab', { name: 'Prescription' }).click();
  await expect(page.getByTestId('prescription-line')).toHaveCount(2);
  await line.getByRole('button', { expanded: false }).click();
  await expect(line.getByTestId('usual-sig').first()).toBeVisible();
  await expect(line.getByTestId('weight-dose')).toBeVisible();

  await page.getByRole('button', { name: 'Templates' }).click();
  const templates = page.getByRole('dialog', { name: 'Templates' });
  await templates.getByRole('textbox', { name: 'Save these lines as a template' }).fill('Itch');
  await templates.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(templates.getByTestId('template').first()).toContainText('Itch');
  await expectAccessibleInEach(page, 'templates');
  await templates.getByRole('button', { name: 'Remove template Itch' }).first().click();
  const removing = page.getByRole('dialog', { name: 'Remove template “Itch”?' });
  await removing.getByRole('button', { name: 'Remove' }).click();
  await expect(removing).toBeHidden();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Reorder' }).click();
  const earlier = page.getByRole('dialog', { name: 'Reorder' });
  await expect(earlier).toBeVisible();
  await expect(earlier.locator('[aria-busy="true"]')).toHaveCount(0);
  await expectAccessibleInEach(page, 'earlier prescriptions');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Sign prescription' }).click();
  const signing = page.getByRole('dialog', { name: 'Sign the prescription' });
  await expect(signing.getByTestId('second-factor')).toBeVisible();
  await expectAccessibleInEach(page, 'signing a prescription');
  await page.keyboard.press('Escape');
  await expect(signing).toBeHidden();
  await signPrescription(page);
  await expect(page.getByTestId('signed-prescription')).toContainText('Waiting for a pharmacist');

  const patient = await patientArrives(browser, { at: '/prescriptions' });
  const phone = patient.page;
  await phone.getByRole('link').filter({ hasText: 'Cetirizine' }).first().click();
  await expect(phone.getByTestId('watch-for')).toContainText('Prednisolone');
  await expectAccessibleInEach(phone, 'prescription of a patient');
  await phone.getByRole('link', { name: 'Medicine schedule' }).click();
  await expect(phone.getByTestId('day-slots')).toContainText('4 tablets');
  await phone.getByRole('button', { name: 'Next day' }).click();
  await phone.getByRole('button', { name: 'Next day' }).click();
  await expect(phone.getByTestId('day-slots')).toContainText('2 tablets');
  // Nothing is taken before a pharmacist approved it, so there are no reminders yet.
  await expect(phone.getByRole('button', { name: 'Download calendar file' })).toBeDisabled();
  expect(patient.complaints).toEqual([]);
  await endVisit(visitId);
});

test('a doctor finds a Chinese patent medicine and reads that it can’t be prescribed', async ({ browser }) => {
  const visitId = await admittedVisit();
  const { page } = await doctorArrives(browser, { at: benchPage(visitId) });
  await page.getByRole('tab', { name: 'Prescription' }).click();
  const search = page.getByRole('combobox', { name: 'Add medicine' });
  await search.focus();
  await page.keyboard.type('xiaokewan');
  const option = page.getByRole('option', { name: /^Xiaoke Wan/ });
  await expect(option).toContainText('Can’t be prescribed here');
  await expect(option).toHaveAttribute('aria-disabled', 'true');
  await expectAccessible(page, 'a patent medicine in the search');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('prescription-line')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await inChinese(page, async () => {
    await page.getByRole('combobox', { name: '添加药品' }).fill('消渴丸');
    await expect(page.getByRole('option', { name: /^消渴丸/ })).toContainText('中成药，本系统不能开具');
    await expectAccessible(page, 'a patent medicine in the search, zh-CN');
    await page.keyboard.press('Escape');
  });
});
