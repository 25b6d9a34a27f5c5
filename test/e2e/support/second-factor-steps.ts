import type { Locator, Page } from '@playwright/test';
import { expect } from './expect.ts';
import { inOwnDatabase } from './database.ts';

const authenticators = new WeakMap<Page, () => string>();

/** Gives the person of this page an authenticator: outside demo mode no page shows the code. */
export function holdAuthenticator(page: Page, code: () => string): void {
  authenticators.set(page, code);
}

/** Enters the person’s code, by default that of the demo, unless a factor is recent. */
export async function giveSecondFactor(dialog: Locator): Promise<void> {
  const part = dialog.getByTestId('second-factor');
  const own = authenticators.get(dialog.page());
  if (own) {
    const field = part.getByRole('textbox', { name: 'Authenticator code' });
    await expect(field.or(part.getByText(/Confirmed until/))).toBeVisible();
    if (await field.isVisible()) await field.fill(own());
    return;
  }
  const take = part.getByRole('button', { name: 'Use demo code' });
  await expect(take.or(part.getByText(/Confirmed until/))).toBeVisible();
  if (await take.isVisible()) await take.click();
}

/** Expires the recent second factor, so that the next sensitive action asks for one again. */
export async function forgetSecondFactor(email: string): Promise<void> {
  await inOwnDatabase((owner) =>
    owner.query(
      'UPDATE session SET second_factor_at = NULL WHERE account_id IN (SELECT id FROM account WHERE email = $1)',
      [email],
    ),
  );
}
