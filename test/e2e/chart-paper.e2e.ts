import type { Browser, Page } from '@playwright/test';
import { checkIdentity } from '../../shared/src/accounts/identity.contract.ts';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { expect } from './support/expect.ts';
import { brokenContentPdf, brokenPicturePdf, chinesePdf, cutContentPdf, scannedPdf } from './support/hand-made-pdf.ts';
import { newPatient } from './support/new-patient.ts';
import { Person } from './support/person.ts';
import { test } from './support/test.ts';

/** Opens a new patient’s chart as a doctor in an emergency, and returns the doctor on that page. */
async function chartOpened(browser: Browser): Promise<Person> {
  const known = await newPatient();
  const who = { name: 'Anna Keller', birthDate: '1990-04-05', sex: 'female' } as const;
  // One that ends in 8 would not be verified.
  const number = `DEMO${Date.now().toString(36).slice(-4, -1).toUpperCase()}7`;
  await known.client.ok(checkIdentity, { body: { ...who, documentType: 'passport', number } });
  const doctor = await Person.signedIn(browser, 'Doctor', { hospital: 'Lakeside Clinic', at: '/emergency-access' });
  const { page } = doctor;
  await page.getByLabel('Full name').fill(who.name);
  await page.getByLabel('Date of birth').fill(who.birthDate);
  await page.getByLabel(/^Last 4/).fill(number.slice(-4));
  await page.getByRole('button', { name: 'Find', exact: true }).click();
  await page.getByLabel(/^Explanation/).fill('Brought in unconscious by ambulance');
  await page.getByRole('button', { name: 'Open the chart for 4 hours' }).click();
  await expect(page.getByText(/^Emergency access until/)).toBeVisible();
  return doctor;
}

const idOf = (n: number) => `01a2289d-493c-7000-8000-${String(n).padStart(12, '0')}`;
const author = { name: 'Clara Brunner', nameLatin: '' };

/** Answers the timeline in three pages of 20 events; a page above `loads` fails. */
async function longTimeline(page: Page, loads: { pages: number }): Promise<void> {
  await page.route('**/api/patients/*/timeline?*', (route) => {
    const query = new URL(route.request().url()).searchParams;
    const at = Number(query.get('cursor') ?? 0);
    if (at >= loads.pages) return route.fulfill({ status: 404, json: { code: 'resource.not-found', status: 404 } });
    const items = Array.from({ length: 20 }, (_, n) => ({
      id: idOf(at * 20 + n),
      kind: 'condition',
      at: new Date(Date.now() - (at * 20 + n) * 86_400_000).toISOString(),
      visitId: null,
      title: null,
      detail: `Event ${at * 20 + n + 1} of 60`,
      code: null,
      recordedBy: 'doctor',
      author,
      retracted: false,
      ending: null,
    }));
    return route.fulfill({
      json: { items: query.get('kind') ? items.slice(0, 1) : items, next: at < 2 ? String(at + 1) : null },
    });
  });
}

test('a printed chart has every event of the timeline, or says that it is not complete', async ({ browser }) => {
  const doctor = await chartOpened(browser);
  const { page } = doctor;
  const loads = { pages: 3 };
  await longTimeline(page, loads);
  await page.addInitScript(() => {
    globalThis.print = () => undefined;
  });
  await page.reload();
  const timeline = page.getByTestId('timeline');
  await timeline.getByRole('combobox').click();
  await page.getByRole('option', { name: 'Note', exact: true }).click();
  await expect(timeline.getByRole('listitem')).toHaveCount(1);

  const recorded = page.waitForResponse((answer) => answer.url().endsWith('/chart-prints'));
  await page.getByRole('button', { name: 'Print chart' }).click();
  expect((await recorded).ok()).toBe(true);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(/· printed /)).toBeVisible();
  await expect(timeline.getByRole('listitem')).toHaveCount(60);
  await expect(timeline.getByText('Event 60 of 60')).toBeVisible();
  await expect(page.getByText(/^Not complete/)).toHaveCount(0);
  await expect(page.locator('button:visible, form:visible')).toHaveCount(0);
  await page.screenshot({ path: test.info().outputPath('print.png'), fullPage: true });

  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.getByText(/^Use the button/)).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  loads.pages = 2;
  await page.reload();
  await page.getByRole('button', { name: 'Print chart' }).click();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Not complete: Timeline could not be loaded in full.')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('not-complete.png') });
  await doctor.leave();
});

test('the preview shows Chinese text and scans of a PDF, and says what it cannot show', async ({ browser }) => {
  const doctor = await chartOpened(browser);
  const { page } = doctor;
  const files = {
    Chinese: chinesePdf,
    Scan: scannedPdf,
    Picture: brokenPicturePdf,
    Content: brokenContentPdf,
    Half: cutContentPdf,
  };
  const names = Object.keys(files);
  await page.route('**/api/patients/*/documents*', (route) =>
    route.fulfill({
      json: {
        items: names.map((title, n) => ({
          id: idOf(n),
          type: 'application/pdf',
          bytes: 900,
          width: null,
          height: null,
          category: 'lab-report',
          title,
          author,
          recordedBy: 'doctor',
          recordedAt: new Date().toISOString(),
          version: 1,
          confirmed: true,
          retracted: false,
        })),
        next: null,
      },
    }),
  );
  await page.route('**/api/patients/*/documents/*', (route) => {
    const n = Number(route.request().url().slice(-2));
    return route.fulfill({ contentType: 'application/pdf', body: Object.values(files)[n] ?? '' });
  });
  await page.reload();
  const dialog = page.getByRole('dialog');
  const drawn = page.locator('[data-testid="pdf-pages"][data-drawn="1"]');
  const dark = () =>
    drawn.locator('canvas').evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const { data } = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height) ?? {};
      return (data ?? []).filter((value, at) => at % 4 === 0 && value < 128).length / (width * height);
    });
  const open = async (name: string) => {
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await page.getByRole('button', { name: new RegExp(`${name}$`) }).click();
    await expect(dialog.getByRole('button', { name: 'Open in a new window' })).toBeVisible();
  };
  const look = async (name: string) => {
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: test.info().outputPath(`${name}-${width}.png`) });
    }
  };

  await open('Chinese');
  await expect(drawn).toContainText('中国');
  expect(await dark()).toBeGreaterThan(0);
  await look('chinese');
  await open('Scan');
  await expect(drawn).toBeVisible();
  expect(await dark()).toBe(1);
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await open('Picture');
  await expect(dialog.getByRole('alert')).toContainText('cannot be shown here, or not completely');
  await look('picture');
  await open('Content');
  await expect(dialog.getByRole('alert').filter({ hasText: 'Page 1 is empty here' })).toBeVisible();
  await look('content');
  await expectAccessibleInEach(page, 'the preview of a broken file');
  await open('Half');
  await expect(drawn).toBeVisible();
  expect(await dark()).toBeGreaterThan(0);
  await expect(dialog.getByRole('alert')).toContainText('This file is damaged');
  await look('half');
  await doctor.leave();
});
