import { expect, type Page } from '@playwright/test';

/** Switches the page to Chinese by its own menu, does the work, and switches back. Nothing is reloaded. */
export async function inChinese(page: Page, work: () => Promise<void>): Promise<void> {
  await choose(page, '中文');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await work();
  await choose(page, 'English');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
}

async function choose(page: Page, language: string): Promise<void> {
  const account = page.getByRole('button', { name: /^(Account|账号|账户)[:：]/ });
  if (await account.isVisible()) {
    await account.click();
    await page.getByRole('menuitem', { name: /^(Language|语言)$/ }).click();
  } else {
    await page.getByRole('button', { name: /^(Language|语言)[:：]/ }).click();
  }
  await page.getByRole('menuitemcheckbox', { name: language }).click();
  // The menu is gone before anything else is looked at.
  await expect(page.getByRole('menu')).toHaveCount(0);
}
