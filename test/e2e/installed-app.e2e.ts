import type { Page, Worker } from '@playwright/test';
import { expectAccessible } from './support/accessibility.ts';
import { approvedPrescription } from './support/approved-prescription.ts';
import { stored } from './support/browser-storage.ts';
import { expect } from './support/expect.ts';
import { picture } from './support/pictures.ts';
import { Person } from './support/person.ts';
import { chromiumArgs, wholeChromiumPath } from './support/chromium.ts';
import { deliver, shown, workerOf } from './support/service-worker.ts';
import { test } from './support/test.ts';
import { hospital } from './support/visit-in-call.ts';

// Only the whole browser shows notifications.
test.use({ launchOptions: { executablePath: wholeChromiumPath, args: chromiumArgs() } });

test('without a network, prescriptions and their codes stay readable until the session ends', async ({
  browser,
}, info) => {
  const { prescriptionId, number } = await approvedPrescription(info.outputDir);
  const patient = await Person.signedIn(browser, 'Patient', { device: 'phone', worker: true, hospital });
  const { page, context } = patient;
  await workerOf(patient);
  await page.goto('/prescriptions');
  await expect(page.getByRole('heading', { level: 1, name: 'Your prescriptions' })).toBeVisible();
  const opened = page.waitForRequest((request) => request.url().endsWith(`/${prescriptionId}`));
  await page.locator(`a[href="/prescriptions/${prescriptionId}"]`).first().click();
  await opened;
  await expect.poll(() => holds(page)).toBe(true);
  expect(await stored(page)).not.toContain(number);

  const valid = await page
    .getByText(/^Valid until/)
    .first()
    .innerText();

  await context.setOffline(true);
  await page.getByRole('button', { name: 'Show code' }).click();
  await expect(page.getByRole('img', { name: `QR code of prescription ${number}` })).toBeVisible();
  await page.goto('/appointments');
  await expect(page.getByRole('heading', { name: 'There is no connection' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '没有网络连接' })).toBeVisible();
  const kept = page.getByRole('article').filter({ hasText: number });
  // The same minute in the same format, on the hospital’s clock.
  await expect(kept.getByText(valid, { exact: true })).toBeVisible();
  await kept.getByText('Show code for the pharmacy').click();
  await expect(kept.getByRole('img', { name: `QR code of prescription ${number}` })).toBeVisible();
  await expectAccessible(page, 'the page without a network');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, 'the page without a network, dark');
  await picture(page, 'offline-prescriptions');
  await context.setOffline(false);
  await expect(page.getByRole('heading', { level: 1, name: 'Appointments' })).toBeVisible();

  // The session ends while no page shows prescriptions, and nothing is left for the next person.
  await context.clearCookies();
  await page.reload();
  await expect(page).toHaveURL(/sign-in/);
  await expect.poll(() => holds(page)).toBe(false);
  await patient.leave();
});

/** Whether the browser’s database holds prescriptions or their key. */
const holds = (page: Page) =>
  page.evaluate(async () => {
    const opening = indexedDB.open('yunzhen.drafts');
    await new Promise((done) => opening.addEventListener('success', done, { once: true }));
    const found: IDBValidKey[] = [];
    for (const name of opening.result.objectStoreNames) {
      const asking = opening.result.transaction(name).objectStore(name).getAllKeys();
      await new Promise((done) => asking.addEventListener('success', done, { once: true }));
      found.push(...asking.result);
    }
    opening.result.close();
    return found.some((key) => String(key).startsWith('held'));
  });

test('no page and no answer of the api is cached on the device', async ({ browser }) => {
  const patient = await Person.signedIn(browser, 'Patient', { device: 'phone', worker: true });
  const { page } = patient;
  await workerOf(patient);
  await page.goto('/record');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const paths = await Promise.all(
      names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)),
    );
    return { names, paths: paths.flat() };
  });
  expect(kept.names).toEqual([expect.stringMatching(/^built-[0-9a-f]{16}$/)]);
  expect(kept.paths.length).toBeGreaterThan(3);
  expect(
    kept.paths.filter(
      (path) => !/^\/(assets\/[\w.-]+\.(js|css|woff2)|offline\.(html|css|js)|favicon\.svg)$/.test(path),
    ),
  ).toEqual([]);
  const file = await page.request.get('/service-worker.js');
  expect(file.headers()['cache-control']).toBe('no-cache');
  expect(file.headers()['content-security-policy']).toContain("default-src 'self'");
  for (const [locale, name] of [
    ['en', 'Yunzhen'],
    ['zh-CN', '云诊'],
  ] as const) {
    const manifest = await page.request.get(`/${locale}.webmanifest`);
    expect(manifest.headers()['content-type']).toContain('application/manifest+json');
    const { short_name: called, icons } = (await manifest.json()) as { short_name: string; icons: { src: string }[] };
    expect(called).toBe(name);
    for (const { src } of icons) expect((await page.request.get(src)).status()).toBe(200);
  }
  await patient.leave();
});

test('a message that arrives several times is shown once and leads to its page without a reload', async ({
  browser,
}) => {
  const patient = await Person.signedIn(browser, 'Patient', { device: 'phone', worker: true });
  const { page, context } = patient;
  await context.grantPermissions(['notifications']);
  const worker = await workerOf(patient);
  const session = await context.newCDPSession(page);
  const message = {
    id: 'message-1',
    title: '湖畔诊所',
    body: '您有一条新消息。',
    link: '/messages',
    locale: 'zh-CN',
    urgent: false,
  };
  await deliver(session, page, message);
  await expect
    .poll(() => shown(page))
    .toEqual([{ title: message.title, body: message.body, tag: message.id, lang: 'zh-CN' }]);
  await deliver(await context.newCDPSession(page), page, message);
  await deliver(await context.newCDPSession(page), page, { nobody: 'can read this' });
  await expect.poll(async () => (await shown(page)).map(({ tag }) => tag).sort()).toEqual(['message-1', 'unread']);

  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await press(worker, 'message-1');
  await expect(page).toHaveURL(/\/messages$/);
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
  await expect.poll(async () => (await shown(page)).map(({ tag }) => tag)).toEqual(['unread']);
  await patient.leave();
});

/** Simulates a click on the notification. Without a real click the browser refuses to focus a window, which the worker survives. */
function press(worker: Worker, tag: string): Promise<void> {
  return worker.evaluate(async (wanted) => {
    const scope = self as unknown as ServiceWorkerGlobalScopeLike;
    const [notification] = await scope.registration.getNotifications({ tag: wanted });
    scope.dispatchEvent(new scope.NotificationEvent('notificationclick', { notification }));
  }, tag);
}

interface ServiceWorkerGlobalScopeLike {
  registration: ServiceWorkerRegistration;
  NotificationEvent: new (type: string, init: { notification: Notification | undefined }) => Event;
  dispatchEvent(event: Event): boolean;
}
