import type { Page } from '@playwright/test';
import { expect } from './expect.ts';

/** Expects that the opened page has sent reads early and taken every answer: one that is left was asked for in vain. */
export async function expectReadsTaken(page: Page): Promise<void> {
  const left = () => page.evaluate(() => (globalThis as { earlyReads?: Map<string, unknown> }).earlyReads?.size);
  await expect.poll(left).toBe(0);
}
