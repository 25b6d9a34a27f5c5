import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

const widths = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];

/**
 * Saves pictures for review in the folder of `YUNZHEN_ALBUM`: of every state that axe checks, in both widths, once dark. Such a run may fail where a
 * menu closes when the window is resized.
 */
export async function photograph(page: Page, name: string): Promise<void> {
  const folder = process.env['YUNZHEN_ALBUM'];
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  const file = (suffix: string) => join(folder, `${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}-${suffix}.png`);
  const own = page.viewportSize();
  for (const size of widths) {
    await page.setViewportSize(size);
    await page.screenshot({ path: file(String(size.width)), fullPage: true, animations: 'disabled' });
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: file('dark'), fullPage: true, animations: 'disabled' });
  await page.emulateMedia({ colorScheme: null });
  if (own) await page.setViewportSize(own);
}
