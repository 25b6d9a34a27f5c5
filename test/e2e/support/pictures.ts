import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';

const folder = fileURLToPath(new URL('../pictures/', import.meta.url));

/** Saves a picture for the README when YUNZHEN_PICTURES is set: it shows what the test saw. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env['YUNZHEN_PICTURES']) await page.screenshot({ path: `${folder}${name}.png` });
}
