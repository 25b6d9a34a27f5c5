import type { Locator, Page } from '@playwright/test';
import { expect } from './support/expect.ts';
import { test } from './support/test.ts';

/** Long enough to look, short enough to be wrong often. */
const timeout = 100;

type Assertions = (page: Page, given: Locator, absent: Locator) => Record<string, () => Promise<void>>;

const hold: Assertions = (page, given, absent) => ({
  visible: () => expect(given).toBeVisible({ timeout }),
  'not visible': () => expect(absent).not.toBeVisible({ timeout }),
  hidden: () => expect(absent).toBeHidden({ timeout }),
  'not hidden': () => expect(given).not.toBeHidden({ timeout }),
  attached: () => expect(given).toBeAttached({ timeout }),
  address: () => expect(page).toHaveURL(/^about:blank$/, { timeout }),
  'another address': () => expect(page).not.toHaveURL(/sign-in/, { timeout }),
  focused: () => expect(given).toBeFocused({ timeout }),
  enabled: () => expect(given).toBeEnabled({ timeout }),
  count: () => expect(given).toHaveCount(1, { timeout }),
  'a count of none': () => expect(absent).toHaveCount(0, { timeout }),
  'a part of the text': () => expect(given).toContainText('Save the', { timeout }),
  'no part of the text': () => expect(given).not.toContainText('Discard', { timeout }),
  text: () => expect(given).toHaveText(/^Save the note$/, { timeout }),
  texts: () => expect(given).toHaveText(['Save the note'], { timeout }),
  attribute: () => expect(given).toHaveAttribute('data-phase', 'saved', { timeout }),
  'attribute like': () => expect(given).toHaveAttribute('data-phase', /saved|away/, { timeout }),
  value: () => expect(page.getByRole('textbox')).toHaveValue('Rest.', { timeout }),
  checked: () => expect(page.getByRole('checkbox')).toBeChecked({ timeout }),
});

const fail: Assertions = (page, given, absent) => ({
  visible: () => expect(absent).toBeVisible({ timeout }),
  'not visible': () => expect(given).not.toBeVisible({ timeout }),
  hidden: () => expect(given).toBeHidden({ timeout }),
  'not hidden': () => expect(absent).not.toBeHidden({ timeout }),
  attached: () => expect(absent).toBeAttached({ timeout }),
  address: () => expect(page).toHaveURL(/sign-in/, { timeout }),
  'another address': () => expect(page).not.toHaveURL(/blank/, { timeout }),
  focused: () => expect(page.getByRole('textbox')).toBeFocused({ timeout }),
  disabled: () => expect(given).toBeDisabled({ timeout }),
  count: () => expect(given).toHaveCount(2, { timeout }),
  'a part of the text': () => expect(given).toContainText('Discard', { timeout }),
  'no part of the text': () => expect(given).not.toContainText('Save', { timeout }),
  text: () => expect(given).toHaveText('Save', { timeout }),
  attribute: () => expect(given).toHaveAttribute('data-phase', 'away', { timeout }),
  value: () => expect(page.getByRole('textbox')).toHaveValue('', { timeout }),
  checked: () => expect(page.getByRole('checkbox')).not.toBeChecked({ timeout }),
  'one of two': () => expect(page.locator('input')).toBeVisible({ timeout }),
  'text of a missing element': () => expect(absent).toHaveText('Save the note', { timeout }),
});

test('an assertion passes when it holds, and fails when it does not', async ({ browser }) => {
  const page = await browser.newPage();
  await page.setContent(
    '<button data-phase="saved" autofocus>Save the note</button><input value="Rest."><input type="checkbox" checked>',
  );
  const [given, absent] = ['Save the note', 'Discard'].map((name) => page.getByRole('button', { name }));
  if (!given || !absent) throw new Error('no buttons');
  await given.focus();
  await Promise.all(Object.values(hold(page, given, absent)).map((assertion) => assertion()));
  const faults = Object.entries(fail(page, given, absent)).map(([name, assertion]) =>
    assertion().then(
      () => `${name} passed`,
      (error: Error) => (/after \d+ ms in all$/.test(error.message) ? [] : `${name}: ${error.message}`),
    ),
  );
  expect((await Promise.all(faults)).flat()).toEqual([]);
});
