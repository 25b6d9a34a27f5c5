import { expect, type Worker } from '@playwright/test';
import { expectAccessible } from './support/accessibility.ts';
import { Person } from './support/person.ts';
import { chromiumArgs, wholeChromiumPath } from './support/chromium.ts';
import { deliver, shown, workerOf } from './support/service-worker.ts';
import { test } from './support/test.ts';

// Only the whole browser shows notifications.
test.use({ launchOptions: { executablePath: wholeChromiumPath, args: chromiumArgs() } });

test('a page without a network says so in both languages and continues automatically', async ({ browser }) => {
  const patient = await Person.signedIn(browser, 'Patient', { device: 'phone', worker: true });
  const { page, context } = patient;
  await workerOf(patient);
  await context.setOffline(true);
  await page.goto('/appointments');
  await expect(page.getByRole('heading', { name: 'There is no connection' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '没有网络连接' })).toBeVisible();
  await expectAccessible(page, 'the page without a network');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, 'the page without a network, dark');
  await context.setOffline(false);
  await expect(page.getByRole('heading', { level: 1, name: 'Appointments' })).toBeVisible();
  await patient.leave();
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
  expect((await shown(page)).map(({ tag }) => tag)).toEqual(['unread']);
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
