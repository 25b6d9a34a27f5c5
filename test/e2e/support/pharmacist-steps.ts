import type { Page } from '@playwright/test';
import { expect } from './expect.ts';
import { giveSecondFactor } from './second-factor-steps.ts';

/** Ticks every match of an open review, approves and signs. */
export async function approve(page: Page): Promise<void> {
  const checks = page.getByTestId('review-checklist').getByRole('group');
  await expect(checks.first()).toBeVisible();
  // A check can be ticked once its values were in view.
  for (const check of await checks.all()) {
    await check.scrollIntoViewIfNeeded();
    await check.getByRole('checkbox').check();
  }
  await page.getByRole('button', { name: 'Approve', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await giveSecondFactor(dialog);
  await dialog.getByRole('button', { name: 'Approve and sign' }).click();
}
