import { expect, type Locator } from '@playwright/test';
import { inOwnDatabase } from './database.ts';

/** Enters the demo person’s code unless a factor is recent. */
export async function giveSecondFactor(dialog: Locator): Promise<void> {
  const part = dialog.getByTestId('second-factor');
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
