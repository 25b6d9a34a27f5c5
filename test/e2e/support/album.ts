import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

const widths = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];

/**
 * Where `YUNZHEN_ALBUM` names a folder, whatever axe looks at is photographed for people to look at too: at both widths, dark once. Such a
 * run may fail where a menu closes as the window changes; it is for the pictures.
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
