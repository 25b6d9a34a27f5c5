import type { Page } from '@playwright/test';
import { photograph } from './support/album.ts';
import { expectReadsTaken } from './support/early-reads.ts';
import { expect } from './support/expect.ts';
import { Person } from './support/person.ts';
import { test } from './support/test.ts';

const refresh = '/api/sessions/current/refresh';
const program = /\/assets\/start-[^/]+\.js$/;
const styles = /\/assets\/style-[^/]+\.css$/;

/** Records the requests of a page in order, each with its query. */
function watch(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url().slice(new URL(request.url()).origin.length)));
  return asked;
}

const refreshes = (asked: readonly string[]) => asked.filter((path) => path === refresh).length;

test('the page is painted before styles and program have loaded, and session and data are requested once', async ({
  browser,
}) => {
  const person = await Person.signedIn(browser, 'Patient', { device: 'phone', at: null });
  const { page } = person;
  const arrived: string[] = [];
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  for (const part of [program, styles])
    await page.route(part, async (route) => {
      await held;
      await route.continue();
    });
  page.on('response', (response) => arrived.push(new URL(response.url()).pathname));
  const asked = watch(page);
  await page.goto('/', { waitUntil: 'commit' });
  await expect.poll(() => arrived).toContain(refresh);
  await expect.poll(() => page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length)).toBe(1);
  await expect(page.locator('.shell-card').first()).toBeVisible();
  await photograph(page, 'a page before its program');
  release();
  await expect(page.getByRole('heading', { name: 'Recent visits' })).toBeVisible();
  await expectReadsTaken(page);
  await page.waitForLoadState('networkidle');
  const reads = asked.filter((path) => path.startsWith('/api/'));
  expect(reads).toContain('/api/intake-drafts');
  expect(reads).toEqual([...new Set(reads)]);
  expect(person.complaints).toEqual([]);
  await person.leave();
});

test('windows that open at the same moment all stay signed in and load their data', async ({ browser }) => {
  const person = await Person.signedIn(browser, 'Patient', { device: 'phone', at: null });
  const others = await Promise.all([1, 2, 3].map(() => person.context.newPage()));
  const pages = [person.page, ...others];
  for (let turn = 0; turn < 3; turn += 1) {
    await Promise.all(pages.map((page) => page.goto(turn % 2 === 0 ? '/visits' : '/prescriptions')));
    for (const page of pages)
      await expect(page.getByRole('heading', { level: 1, name: /Your (visits|prescriptions)/ })).toBeVisible();
  }
  for (const page of pages) await expect(page).not.toHaveURL(/sign-in/);
  expect(person.complaints).toEqual([]);
  await person.leave();
});

test('a page shows that the hospital does not answer, and loads when it does', async ({ browser }) => {
  const person = await Person.signedIn(browser, 'Patient', { device: 'phone', at: null });
  const { page } = person;
  let isAway = true;
  await page.route(`**${refresh}`, (route) => (isAway ? route.abort('connectionrefused') : route.continue()));
  await page.goto('/visits');
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  isAway = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your visits' })).toBeVisible();
  expect(person.complaints).toEqual([]);
  await person.leave();
});

test('a page signed out elsewhere leads to the sign-in page, and one that never signed in sends no request', async ({
  browser,
}) => {
  const person = await Person.signedIn(browser, 'Patient', { device: 'phone', at: null });
  await person.context.clearCookies();
  await person.page.goto('/visits');
  await expect(person.page).toHaveURL(/sign-in\?to=/);
  await person.leave();

  const stranger = await Person.arrive(browser, { device: 'phone' });
  const asked = watch(stranger.page);
  await stranger.page.goto('/visits');
  await expect(stranger.page).toHaveURL(/sign-in\?to=/);
  expect(refreshes(asked)).toBe(0);
  await stranger.leave();
});
