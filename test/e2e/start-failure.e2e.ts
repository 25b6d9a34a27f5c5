import type { Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInEach } from './support/accessibility.ts';
import { expect } from './support/expect.ts';
import { Person } from './support/person.ts';
import { test } from './support/test.ts';

const program = /\/assets\/start-[^/]+\.js$/;
/** Only these files of the two lists are fetched by code that has started. */
const signUp = /\/assets\/sign-up\.view-[^/]+\.js$/;

/** Fails requests for a file until the returned function is called. Counts the loads of the page. */
async function withoutFile(page: Page, file: RegExp) {
  let loads = 0;
  page.on('request', (request) => (loads += request.isNavigationRequest() ? 1 : 0));
  await page.route(file, (route) => route.abort('connectionreset'));
  return { loads: () => loads, restore: () => page.unroute(file) };
}

test('a page whose program does not load reloads once, says so in the reader’s language, and loads on retry', async ({
  browser,
}) => {
  const { page } = await Person.arrive(browser, { device: 'phone' });
  const connection = await withoutFile(page, program);
  await page.goto('/sign-in');
  const message = page.getByRole('alert');
  await expect(message).toContainText('The page could not be loaded.');
  await expect(message).not.toContainText('再试一次', { useInnerText: true });
  await expect(page.locator('.shell')).toBeHidden();
  expect(connection.loads()).toBe(2);
  await expectAccessible(page, 'a page that could not be loaded');

  await page.evaluate(() => localStorage.setItem('yunzhen.locale', 'zh-CN'));
  await page.reload();
  await expect(page.getByRole('button', { name: '再试一次' })).toBeVisible();
  await expectAccessible(page, 'a page that could not be loaded, in Chinese');
  await connection.restore();
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a first page whose part does not load reloads once, then offers to try again', async ({ browser }) => {
  const { page } = await Person.arrive(browser, { device: 'phone' });
  const connection = await withoutFile(page, signUp);
  await page.goto('/sign-up');
  await expect(page.getByRole('alert')).toContainText('No connection to the hospital');
  expect(connection.loads()).toBe(2);
  await expectAccessibleInEach(page, 'a first page whose part did not load');
  await connection.restore();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Create an account' })).toBeVisible();
});

test('a page stays, and says why, when the next one does not load again after a reload', async ({ browser }) => {
  const { page } = await Person.arrive(browser, { device: 'phone' });
  const connection = await withoutFile(page, signUp);
  await page.goto('/sign-in');
  const link = page.getByRole('link', { name: 'Create a patient account' });
  // A click on the page that is about to be replaced would be lost.
  const reloaded = page.waitForEvent('domcontentloaded', { timeout: 60_000 });
  await link.click();
  await reloaded;
  expect(connection.loads()).toBe(2);
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await link.click();
  await expect(page.getByText('No connection to the hospital')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await connection.restore();
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Create an account' })).toBeVisible();
});
