import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { addChild } from '../../shared/src/accounts/family.contract.ts';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { expect } from './support/expect.ts';
import { arrivesAs, newPatient } from './support/new-patient.ts';
import { agree, answerUntilRecord, confirmRecord, join } from './support/patient-steps.ts';
import { expectNoSidewaysScroll } from './support/sideways-scroll.ts';
import { test } from './support/test.ts';

/** Two years ago, relative to the day of the run. */
const birthDate = new Date(Date.now() - 2 * 366 * DAY_MS).toISOString().slice(0, 10);

test('a child under six is checked in only by a parent who confirms being with the child', async ({ browser }) => {
  const known = await newPatient();
  await known.client.ok(addChild, {
    body: { name: 'Mia Keller', birthDate, sex: 'female', relation: 'parent', declared: true },
  });
  const person = await arrivesAs(browser, known);
  const { page } = person;
  await page.goto('/family');
  await page.getByRole('button', { name: 'Act for Mia Keller' }).click();
  await expect(page.getByTestId('acting-sign')).toContainText('Acting for Mia Keller');
  await page.goto('/departments');
  await page.getByRole('link', { name: /^General Practice/ }).click();
  await page
    .getByRole('link', { name: /Clara Brunner/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: 'Your symptoms or question' }).fill('A runny nose and a cough since Sunday.');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(/\/visits\/[0-9a-f-]{36}\/prepare/);
  await answerUntilRecord(page);
  await confirmRecord(page);

  const beside = page.getByRole('checkbox', { name: /^I am Mia Keller’s guardian and will stay with them/ });
  const missing = page.getByText('A young child needs an adult present.');
  await agree(page);
  await expect(page.getByText('We hear you well.')).toBeVisible();
  await join(page);
  await expect(missing).toBeVisible();
  await expect(beside).toBeFocused();
  await expect(beside).toHaveAccessibleDescription(/^A young child needs an adult present/);
  await expectAccessibleInEach(page, 'nobody beside a young child');
  await expectNoSidewaysScroll(page, 'nobody beside a young child');
  await page.keyboard.press(' ');
  await expect(beside).toBeChecked();
  await expect(missing).toBeHidden();

  // After a reload the confirmation is lost: joining leads back to the checkbox.
  await page.reload();
  await expect(page.getByText('We hear you well.')).toBeVisible();
  await confirmRecord(page);
  await join(page);
  await expect(missing).toBeVisible();
  await expect(beside).toBeFocused();
  await expect(beside).not.toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'I have read this and agree' })).toBeChecked();
  await page.keyboard.press(' ');
  await join(page);
  await expect(page.getByRole('heading', { name: 'Waiting room' })).toBeVisible();
  await expect(page.getByTestId('acting-sign')).toContainText('Acting for Mia Keller');
  await expectAccessibleInEach(page, 'a young child in the waiting room');
  await page.getByRole('button', { name: 'Leave the waiting room' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Waiting room');
  expect(person.complaints).toEqual([]);
  await person.leave();
});
