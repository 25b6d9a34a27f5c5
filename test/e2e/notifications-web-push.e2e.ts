import { admitVisit, referOffline } from '../../shared/src/visits/visits.contract.ts';
import { PushReceiver } from '../support/push-receiver.ts';
import { expectAccessibleInEach } from './support/accessibility.ts';
import { chromiumArgs, wholeChromiumPath } from './support/chromium.ts';
import { expect } from './support/expect.ts';
import { startInstallation } from './support/installation.ts';
import { outsider } from './support/outsider.ts';
import { ownInstallation } from './support/own-installation.ts';
import { Person } from './support/person.ts';
import { deliver, shown, workerOf } from './support/service-worker.ts';
import { test } from './support/test.ts';
import { waitingVisit } from './support/visit-in-call.ts';

// Only the whole browser shows notifications.
test.use({ launchOptions: { executablePath: wholeChromiumPath, args: chromiumArgs() } });

let receiver: PushReceiver;
ownInstallation(async () => {
  receiver = await PushReceiver.start();
  return startInstallation({ PUSH_TRUSTED_ORIGINS: receiver.origin });
});
test.afterAll(() => receiver.close());

test('a patient turns notifications on with a click, is notified that the doctor is ready, and turns them off', async ({
  browser,
}) => {
  const patient = await Person.signedIn(browser, 'Patient', {
    device: 'phone',
    hospital: 'Lakeside Clinic',
    worker: true,
    at: null,
  });
  const { page, context } = patient;
  await context.grantPermissions(['notifications']);
  // The browser’s own push service is on the internet, so the browser subscribes at a local one that decrypts what it receives.
  await page.exposeFunction('subscribeElsewhere', (key: string) => receiver.subscribe(key));
  await page.addInitScript(() => {
    const scope = window as unknown as { subscribeElsewhere(key: string): Promise<PushSubscriptionJSON> };
    PushManager.prototype.subscribe = async (options) => {
      const made = await scope.subscribeElsewhere(String(options?.applicationServerKey));
      return { toJSON: () => made } as PushSubscription;
    };
  });
  await page.goto('/account/devices');
  await workerOf(patient);
  await page.getByRole('button', { name: 'Turn on' }).click();
  const devices = page.getByRole('region', { name: 'Your devices' });
  await expect(devices.getByRole('listitem')).toContainText('This device');
  await expectAccessibleInEach(page, 'a device that is told');

  const visitId = await waitingVisit();
  // On another page: the page itself does not call the patient there.
  await page.goto('/messages');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const doctor = await outsider('lakeside', 'doctor@lakeside.demo.test');
  await doctor.ok(admitVisit, { params: { visitId } });
  const turn = () => receiver.received.find(({ message }) => message.link?.includes(visitId));
  await expect.poll(turn).toBeDefined();
  const { message } = turn() ?? receiver.received[0] ?? { message: { id: '', body: '' } };
  expect(message.body).toBe('It is your turn. Open the page now.');
  // Push services repeat messages that no worker accepted, and a repeat shows no second notification.
  await expect(async () => {
    await deliver(await context.newCDPSession(page), page, message);
    await expect.poll(async () => (await shown(page)).map(({ body }) => body)).toEqual([message.body]);
  }).toPass({ timeout: 60_000 });
  await doctor.ok(referOffline, { params: { visitId }, body: { reason: 'Better seen at the clinic.' } });

  await page.goto('/account/devices');
  await expect(devices.getByRole('listitem')).toContainText('Last message');
  await page.getByRole('button', { name: /^Turn off/ }).click();
  await expect(devices).toBeHidden();
  expect(patient.complaints).toEqual([]);
  await patient.leave();
});
