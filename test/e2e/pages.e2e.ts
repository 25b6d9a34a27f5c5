import type { Page } from '@playwright/test';
import { expectReadsTaken } from './support/early-reads.ts';
import { expect } from './support/expect.ts';
import { Person, type DemoRole } from './support/person.ts';
import { switchDevice } from './support/screens.ts';
import { settled, sweep } from './support/sweep.ts';
import { test } from './support/test.ts';

/** Pages that can be opened by address; the story covers those of a visit in progress. */
const pages: Record<DemoRole | 'nobody', string[]> = {
  nobody: [
    '/hospitals',
    '/hospitals/wuzhen',
    '/hospitals/wuzhen/privacy',
    '/sign-in',
    '/sign-up',
    '/reset-password',
    '/demo-messages?hospital=wuzhen',
    '/operator',
    '/operator/invitation/00000000-0000-7000-8000-000000000000',
    '/verify',
    '/verify/wuzhen/00000000-0000-7000-8000-000000000000#no-such-secret-at-all',
    '/nowhere',
    '/counter/wuzhen',
    '/staff-invitation/wuzhen/00000000-0000-7000-8000-000000000000#no-such-secret-at-all',
    '/pharmacy-invitation/wuzhen/00000000-0000-7000-8000-000000000000#no-such-secret-at-all',
    '/join/00000000-0000-7000-8000-000000000000#no-such-secret-at-all',
  ],
  Patient: [
    '/',
    '/departments',
    '/visits',
    '/prescriptions',
    '/appointments',
    '/record',
    '/messages',
    '/family',
    '/identity',
    '/account',
    '/account/contact',
    '/account/passkeys',
    '/account/protection',
    '/account/wishes',
    '/account/record-copy',
    '/account/devices',
    '/account/closing',
  ],
  Doctor: [
    '/workbench',
    '/day',
    '/schedule',
    '/emergency-access',
    '/inbox',
    '/ratings',
    '/account/portrait',
    '/to-do',
    '/account/settings',
    '/account/security',
  ],
  Pharmacist: ['/reviews', '/rules'],
  'Supervising pharmacist': ['/reviews'],
  President: ['/figures', '/figures/wall', '/figures/definitions', '/figures/alerts'],
  Administrator: [
    '/audit',
    '/account-closings',
    '/pharmacies',
    '/staff',
    '/staff/import',
    '/set-up',
    '/staff/invitations',
    '/record-holds',
    '/certificates',
    '/hospital/departments',
    '/schedules',
    '/schedules/orphaned',
    '/lists/diagnoses',
    '/lists/medicines',
    '/prices',
    '/consent-texts',
    '/consent-texts/privacy',
    '/settings',
    '/ratings',
    '/brand',
    '/message-words',
    '/message-words/appointment.reminder/edit',
    '/staff/invitation',
  ],
  Dispenser: ['/dispensing'],
  'Head of department': ['/department'],
  Receptionist: ['/front-desk'],
};

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).first();

const begun = [
  ['phone', 'en-US', 'en'],
  ['wide', 'zh-CN', 'zh-CN'],
] as const;

/** Each page is opened once: every second one on a phone in English, the others on a wide screen in Chinese. The sweep switches the rest. */
for (const [who, addresses] of Object.entries(pages) as [DemoRole | 'nobody', string[]][]) {
  for (const [turn, [device, locale, lang]] of begun.entries()) {
    const own = addresses.filter((_, index) => index % begun.length === turn);
    if (own.length === 0) continue;
    test(`pages of ${who} open by address, starting in ${locale}, ${device}`, async ({ browser }) => {
      const person =
        who === 'nobody'
          ? await Person.arrive(browser, { device, locale })
          : await Person.signedIn(browser, who, { device, locale, at: null });
      const { page } = person;
      for (const address of own) {
        await switchDevice(page, device);
        await page.goto(address);
        await expect(heading(page)).toBeVisible();
        await expect(page.locator('html')).toHaveAttribute('lang', lang);
        await settled(page);
        await sweep(page, `${who} ${address}`);
      }
      expect(person.complaints).toEqual([]);
      await person.leave();
    });
  }
}

test('pages of another role are not shown, and all pages require a sign-in', async ({ browser }) => {
  const patient = await Person.signedIn(browser, 'Patient', { at: null });
  for (const address of ['/workbench', '/reviews', '/figures', '/audit']) {
    await patient.page.goto(address);
    await expect(patient.page).not.toHaveURL(new RegExp(`${address}$`));
  }
  await patient.leave();
  const nobody = await Person.arrive(browser);
  await nobody.page.goto('/prescriptions');
  await expect(nobody.page).toHaveURL(/sign-in/);
  await nobody.leave();
});

test('a page preloads its files at once, and only documents and workers carry the page’s policies', async ({
  browser,
}) => {
  const nobody = await Person.arrive(browser);
  const asked: string[] = [];
  nobody.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const answers = new Map<string, Record<string, string>>();
  nobody.page.on('response', (response) => answers.set(new URL(response.url()).pathname, response.headers()));
  await nobody.page.goto('/sign-in');
  await expect(nobody.page.getByRole('heading', { level: 1 })).toBeVisible();
  // The view and what it reads are requested before the program runs, and once.
  const view = asked.findIndex((path) => path.includes('/home-'));
  expect(view).toBeGreaterThan(0);
  expect(await nobody.page.locator('link[rel=modulepreload][href*="/home-"]').count()).toBe(1);
  expect(asked.filter((path) => path === '/api/hospitals')).toHaveLength(1);
  await expectReadsTaken(nobody.page);
  expect(answers.get('/sign-in')?.['content-security-policy']).toContain("script-src 'self'");
  expect(answers.get(asked[view] ?? '')).toMatchObject({ 'x-content-type-options': 'nosniff' });
  expect(answers.get(asked[view] ?? '')?.['content-security-policy']).toBeUndefined();
  await nobody.leave();
});

test('the focused element is never hidden under the bars at the edges', async ({ browser }) => {
  const patient = await Person.signedIn(browser, 'Patient', { device: 'phone', at: null });
  for (const address of ['/account/wishes', '/record']) await expectFocusSeen(patient.page, address);
  await patient.leave();
  const doctor = await Person.signedIn(browser, 'Doctor', { device: 'phone', at: null });
  await expectFocusSeen(doctor.page, '/schedule');
  await doctor.leave();
});

/** Moves through the page by keyboard, there and back, and checks that each focused element is visible. */
async function expectFocusSeen(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(heading(page)).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  for (const key of ['Tab', 'Shift+Tab']) {
    for (let stop = 0; stop < 30; stop++) {
      await page.keyboard.press(key);
      const covered = await page.evaluate(coveredFocus);
      expect.soft(covered, `${address}, ${key} ${stop + 1}`).toBeNull();
    }
  }
}

/** Returns the focused element when another element covers it completely. Runs in the page. */
function coveredFocus(): string | null {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const { left, top, width, height } = element.getBoundingClientRect();
  const seen = [0.1, 0.5, 0.9].some((part) => {
    const over = document.elementFromPoint(left + width / 2, top + height * part);
    return over !== null && (element.contains(over) || over.contains(element));
  });
  return seen ? null : element.outerHTML.slice(0, 160);
}
