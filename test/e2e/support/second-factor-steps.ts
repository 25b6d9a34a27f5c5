import { expect, type Locator } from '@playwright/test';

/** Gives the demo person’s code, unless one was given within the last minutes. */
export async function giveSecondFactor(dialog: Locator): Promise<void> {
  const part = dialog.getByTestId('second-factor');
  const take = part.getByRole('button', { name: 'Use demo code' });
  await expect(take.or(part.getByText(/Confirmed until/))).toBeVisible();
  if (await take.isVisible()) await take.click();
}
