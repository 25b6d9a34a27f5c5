import { expect, type Locator } from '@playwright/test';
import { inOwnDatabase } from './database.ts';

/** Gives the demo person’s code, unless one was given within the last minutes. */
export async function giveSecondFactor(dialog: Locator): Promise<void> {
  const part = dialog.getByTestId('second-factor');
  const take = part.getByRole('button', { name: 'Use demo code' });
  await expect(take.or(part.getByText(/Confirmed until/))).toBeVisible();
  if (await take.isVisible()) await take.click();
}

/** As if the hospital’s minutes were over: whatever needs a recent second factor asks this person again. */
export async function forgetSecondFactor(email: string): Promise<void> {
  await inOwnDatabase((owner) =>
    owner.query(
      'UPDATE session SET second_factor_at = NULL WHERE account_id IN (SELECT id FROM account WHERE email = $1)',
      [email],
    ),
  );
}
