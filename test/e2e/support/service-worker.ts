import type { CDPSession, Page, Worker } from '@playwright/test';
import type { Person } from './person.ts';

/** Returns the service worker once it controls the page. */
export async function workerOf({ context, page }: Person): Promise<Worker> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return worker;
}

const originOf = (page: Page) => new URL(page.url()).origin;

/**
 * Delivers a push message as the browser’s push service would, and waits until the worker has shown it: a page that asks for the notifications before
 * makes Chromium forget one that it has stored and not yet displayed.
 */
export async function deliver(session: CDPSession, page: Page, message: object): Promise<void> {
  const registered = new Promise<string>((found) =>
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const mine = registrations.find(({ scopeURL, isDeleted }) => !isDeleted && scopeURL.startsWith(originOf(page)));
      if (mine) found(mine.registrationId);
    }),
  );
  const done = new Promise<void>((end) =>
    session.on('BackgroundService.backgroundServiceEventReceived', ({ backgroundServiceEvent: { eventName } }) => {
      if (eventName === 'Push event completed') end();
    }),
  );
  // Otherwise a new observer hears of earlier messages too.
  await session.send('BackgroundService.clearEvents', { service: 'pushMessaging' });
  await session.send('BackgroundService.startObserving', { service: 'pushMessaging' });
  await session.send('BackgroundService.setRecording', { shouldRecord: true, service: 'pushMessaging' });
  await session.send('ServiceWorker.enable');
  const registrationId = await registered;
  const data = JSON.stringify(message);
  await session.send('ServiceWorker.deliverPushMessage', { origin: originOf(page), registrationId, data });
  await done;
}

/** Returns the notifications that the device shows. */
export const shown = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    return (await registration.getNotifications()).map(({ title, body, tag, lang }) => ({ title, body, tag, lang }));
  });
