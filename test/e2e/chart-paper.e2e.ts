import { expect, type Browser, type Page } from '@playwright/test';
import { checkIdentity } from '../../shared/src/accounts/identity.contract.ts';
import { newPatient } from './support/new-patient.ts';
import { Person } from './support/person.ts';
import { test } from './support/test.ts';

/** Opens a new patient’s chart as a doctor in an emergency, and returns the doctor on that page. */
async function chartOpened(browser: Browser): Promise<Person> {
  const known = await newPatient();
  const who = { name: 'Anna Keller', birthDate: '1990-04-05', sex: 'female' } as const;
  const number = `DEMO${String(Date.now()).slice(-4)}7`;
  await known.client.ok(checkIdentity, { body: { ...who, documentType: 'passport', number } });
  const doctor = await Person.signedIn(browser, 'Doctor', { hospital: 'Lakeside Clinic', at: '/emergency-access' });
  const { page } = doctor;
  await page.getByLabel('Full name').fill(who.name);
  await page.getByLabel('Date of birth').fill(who.birthDate);
  await page.getByLabel(/^Last 4/).fill(number.slice(-4));
  await page.getByRole('button', { name: 'Find' }).click();
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
