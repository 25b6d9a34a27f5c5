import type { Page } from '@playwright/test';
import { authenticatorFor } from './operator-authenticator.ts';
import { holdAuthenticator } from './second-factor-steps.ts';

/** Accepts the staff invitation that is open and sets up an authenticator, which the page’s person then has. Returns its codes. */
export async function acceptStaffInvitation(page: Page, password = 'river stone lantern'): Promise<() => string> {
  await page.getByRole('textbox', { name: 'Choose a password' }).fill(password);
  await page.getByRole('button', { name: 'Accept invitation' }).click();
  await page.getByRole('button', { name: 'Set up second factor' }).click();
  const enrolling = page.getByRole('dialog', { name: 'Set up second factor' });
  await enrolling.getByRole('textbox', { name: 'Name' }).fill('Phone');
  await enrolling.getByRole('button', { name: 'Next' }).click();
  const code = authenticatorFor(await enrolling.getByTestId('authenticator-secret').innerText());
  await enrolling.getByRole('textbox', { name: 'Current code' }).fill(code());
  await enrolling.getByRole('button', { name: 'Finish' }).click();
  await enrolling.getByRole('button', { name: 'I have saved these codes' }).click();
  holdAuthenticator(page, code);
  return code;
}
