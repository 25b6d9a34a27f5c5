import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { expectAccessible, expectAccessibleInEach } from './support/accessibility.ts';
import { expect } from './support/expect.ts';
import { inEachLanguage } from './support/language.ts';
import { endWhatIsOpen } from './support/open-visits.ts';
import { Person } from './support/person.ts';
import { test } from './support/test.ts';
import { waitingVisit } from './support/visit-in-call.ts';

const run = promisify(execFile);
const hospital = 'Lakeside Clinic';

/** Checks the page in the dark theme; pages that an address opens are checked in the light one by pages.e2e. */
async function expectAccessibleInTheDark(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html.dark')).toBeAttached();
  await expectAccessible(page, `${name}, dark`);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(page.locator('html.light')).toBeAttached();
}

/** Checks the page in both languages, and once in the dark theme. */
async function expectAccessibleInBoth(page: Page, name: string): Promise<void> {
  await expectAccessibleInEach(page, name);
  await expectAccessibleInTheDark(page, name);
}

const settled = (page: Page) => expect(page.locator('[aria-busy="true"]')).toHaveCount(0);

/** Returns whether the lists on the wall’s three cards show at least six whole rows, two per card, and how many rows are cut off. */
function rowsOfCards(): { twoEach: boolean; cut: number } {
  let [whole, cut] = [0, 0];
  for (const list of document.querySelectorAll('[data-question] dl')) {
    const frame = list.getBoundingClientRect();
    for (const row of list.children) {
      const { left, bottom } = row.getBoundingClientRect();
      // Rows beyond the list’s edge are the ones that have no space.
      if (left > frame.right - 1) continue;
      if (bottom <= frame.bottom + 1) whole += 1;
      else cut += 1;
    }
  }
  return { twoEach: whole >= 6, cut };
}

test('the president sees waiting patients live, drills down to a doctor, and exports the table', async ({
  browser,
}) => {
  await endWhatIsOpen();
  const president = await Person.signedIn(browser, 'President', { hospital });
  const { page } = president;
  const board = page.getByTestId('live-board');
  const waiting = board.locator('[data-figure="waiting-now"]').getByTestId('figure-value');

  await test.step('a patient who checks in appears on the board without a refresh', async () => {
    await expect(page.getByTestId('live-sign')).toHaveAttribute('data-live', 'true');
    const before = Number(await waiting.innerText());
    await waitingVisit();
    await expect(waiting).toHaveText(String(before + 1));
    await expect(board.locator('[data-figure="longest-wait"]').getByTestId('figure-value')).toHaveText(/^\d+:\d\d$/);
    await endWhatIsOpen();
    await expect(waiting).toHaveText(String(before));
    await settled(page);
    await expectAccessibleInTheDark(page, 'figures');
  });

  await test.step('a figure’s definition opens and closes by keyboard', async () => {
    const about = page.getByRole('button', { name: 'About “Wait, median”' });
    await about.focus();
    await page.keyboard.press('Enter');
    const definition = page.getByTestId('definition');
    await expect(definition).toContainText('Time from check-in to admission');
    await expect(definition).toContainText('Last counted');
    await expect(definition).toContainText('are suppressed');
    await page.keyboard.press('Escape');
    await expect(definition).toHaveCount(0);
    await expect(about).toBeFocused();
  });

  await test.step('the same days are printed as a report', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'PDF report' }).click();
    const file = await (await download).path();
    const { stdout } = await run('pdftotext', ['-layout', file, '-']);
    for (const words of [hospital, 'At a glance', 'Definitions', 'Page 1 of']) expect(stdout).toContain(words);
  });

  const rows = page.getByTestId('breakdown').getByRole('row');
  await test.step('the table is searched and exported as shown', async () => {
    await page.getByRole('button', { name: '7 days' }).click();
    await expect(page).toHaveURL(/range=7d/);
    const name = (await rows.nth(1).getByRole('link').innerText()).trim();
    await page.getByRole('searchbox', { name: 'Search departments' }).fill(name);
    await expect(rows).toHaveCount(2);
    const download = page.waitForEvent('download');
    await page.getByTestId('breakdown-csv').click();
    const [head, row, total] = (await readFile((await (await download).path()) ?? '', 'utf8')).trim().split(/\r?\n/);
    expect(head).toMatch(/^\uFEFF?"?Name"?,"?Visits requested/);
    expect(row).toContain(name);
    expect(total).toContain('Total');
  });

  await test.step('a drill-down to a department and a doctor keeps the days and the way back', async () => {
    const department = (await rows.nth(1).getByRole('link').innerText()).trim();
    await rows.nth(1).getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1, name: department })).toBeVisible();
    await expect(page).toHaveURL(/departments\/[0-9a-f-]+\?.*range=7d/);
    await settled(page);
    await expect(page.getByTestId('worse')).not.toContainText('The whole hospital');
    const folded = page.getByTestId('breakdown').getByTestId('folded').first();
    await folded.click();
    await expect(page.getByText('are suppressed to protect privacy')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(rows.first().getByRole('button', { name: 'Wait, median' })).toBeVisible();
    await expect(rows.first().getByRole('button', { name: 'Returned' })).toHaveCount(0);
    await expectAccessibleInBoth(page, 'figures of a department');

    const doctor = (await rows.nth(1).getByRole('link').innerText()).trim();
    await rows.nth(1).getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1, name: doctor })).toBeVisible();
    await settled(page);
    await expect(page.locator('[data-question="safety"]')).toContainText('Alerts overridden');
    await expect(page.locator('[data-question="safety"]')).not.toContainText('Antibiotics');
    await expectAccessibleInBoth(page, 'figures of a doctor');
    await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: department }).click();
    await expect(page.getByRole('heading', { level: 1, name: department })).toBeVisible();
  });

  await test.step('charts name their axes and marks, and a day opens from the table of its chart', async () => {
    await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Figures' }).click();
    const demand = page.getByRole('region', { name: 'Visits requested', exact: true });
    await expect(demand.getByTestId('chart-axis')).toHaveText('Visits, by day');
    await expect(demand.getByTestId('chart-legend')).toContainText('Visits');
    await demand.getByRole('button', { name: 'Show “Visits requested” as a table' }).click();
    await demand.getByRole('row').nth(1).getByRole('button').press('Enter');
    await expect(page).toHaveURL(/range=own&from=([\d-]+)&to=\1/);
    await demand.getByRole('button', { name: 'Show “Visits requested” as a chart' }).click();
    await expect(demand.getByTestId('chart-axis')).toHaveText('Visits, by hour');
    await page.goBack();
    await expect(page).toHaveURL(/range=7d/);
    await settled(page);
  });

  await test.step('the page of the alerts counts the same days and the same alerts', async () => {
    const overview = page.locator('section', { has: page.getByRole('heading', { name: 'Prescriptions by class' }) });
    const row = overview.getByRole('row', { name: /^Interactions/ });
    const count = (await row.getByRole('cell').first().innerText()).trim();
    await overview.getByRole('link', { name: 'Alerts by rule' }).click();
    await expect(page).toHaveURL(/alerts\?.*range=7d/);
    await expect(page.getByTestId('alert-check').filter({ hasText: 'Interactions' })).toContainText(`Alerts${count}`);
  });

  await test.step('days without visits say so and offer today when it has visits', async () => {
    await page.goto('/figures?range=own&from=2020-01-01&to=2020-01-31');
    await expect(page.getByText('No visits in this period')).toBeVisible();
    await expectAccessibleInBoth(page, 'figures without visits');
    await page.getByRole('button', { name: 'Show today' }).click();
    await expect(page).toHaveURL(/range=today/);
    await expect(page.locator('[data-question="time"]')).toBeVisible();
  });

  await test.step('the wall shows everything on one screen and says when it is outdated', async () => {
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.goto('/figures/wall');
    await expect(page.locator('[data-question="time"]').getByTestId('figure-value')).toBeVisible();
    await settled(page);
    const hidden = () =>
      page.evaluate(() => {
        const { scrollHeight, scrollWidth, clientHeight, clientWidth } = document.documentElement;
        return [scrollHeight - clientHeight, scrollWidth - clientWidth];
      });
    await expect.poll(hidden).toEqual([0, 0]);
    // Rows without space on a card are omitted as a whole, never cut off.
    await inEachLanguage(page, async (language) => {
      await expect.poll(() => page.evaluate(rowsOfCards)).toEqual({ twoEach: true, cut: 0 });
      await expectAccessible(page, `wall, ${language}`);
    });
    await president.context.setOffline(true);
    await expect(page.getByTestId('live-sign')).toContainText('Not live');
    await president.context.setOffline(false);
    await expect(page.getByTestId('live-sign')).toHaveAttribute('data-live', 'true');
    await page.goto('/figures/definitions');
    await expectAccessibleInTheDark(page, 'definitions');
  });
  expect(president.complaints).toEqual([]);
  await president.leave();
});
