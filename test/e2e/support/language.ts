import type { Page } from '@playwright/test';
import { expect } from './expect.ts';

/** Switches the page to Chinese with its menu, runs `work`, and switches back without a reload. */
export async function inChinese(page: Page, work: () => Promise<void>): Promise<void> {
  await choose(page, '中文');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await work();
  await choose(page, 'English');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
}

async function choose(page: Page, language: string): Promise<void> {
  const account = page.getByRole('button', { name: /^(Account|账号)[:：]/ });
  if (await account.isVisible()) {
    await account.click();
    await page.getByRole('menuitem', { name: /^(Language|语言)$/ }).click();
  } else {
    await page.getByRole('button', { name: /^(Language|语言)[:：]/ }).click();
  }
  await page.getByRole('menuitemcheckbox', { name: language }).click();
  // The menu must be closed before anything is checked.
  await expect(page.getByRole('menu')).toHaveCount(0);
}

export type Language = 'en' | 'zh-CN';

export async function languageOf(page: Page): Promise<Language> {
  return (await page.locator('html').getAttribute('lang')) === 'zh-CN' ? 'zh-CN' : 'en';
}

export const otherLanguage = (language: Language): Language => (language === 'en' ? 'zh-CN' : 'en');

/**
 * Runs `work` in the page’s language, then in the other one. The page follows the language of another tab of its browser; `inChinese` tests its own
 * menu. Nothing is reloaded.
 */
export async function inEachLanguage(page: Page, work: (language: string) => Promise<void>): Promise<void> {
  const own = await languageOf(page);
  await work(own);
  await showIn(page, otherLanguage(own));
  await work(otherLanguage(own));
  await showIn(page, own);
}

/** Does nothing when the page is in that language. */
export async function showIn(page: Page, language: Language): Promise<void> {
  if ((await languageOf(page)) === language) return;
  await page.evaluate((chosen) => {
    localStorage.setItem('yunzhen.locale', chosen);
    dispatchEvent(new StorageEvent('storage', { key: 'yunzhen.locale', newValue: chosen }));
  }, language);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
}
