import { listDemoMessages } from '../../../shared/src/notifications/notifications.contract.ts';
import type { Page } from '@playwright/test';
import { TestClient } from '../../support/client.ts';
import { codeIn } from '../../support/proofs.ts';
import { expect } from './expect.ts';

/** Returns how many messages were sent to the address, from the public demo mailbox. */
export async function messagesTo(address: string, hospital: string): Promise<number> {
  return (await messages(address, hospital)).length;
}

async function messages(address: string, hospital: string) {
  const client = new TestClient(process.env['YUNZHEN_E2E_URL'] ?? '');
  const { items } = await client.ok(listDemoMessages, { params: { hospital }, query: { limit: 50 } });
  return items.filter((message) => message.address === address);
}

/** Returns the newest message to the address once there are more than `before`. */
export async function nextMessage(address: string, hospital: string, before = 0): Promise<string> {
  await expect.poll(() => messagesTo(address, hospital)).toBeGreaterThan(before);
  return (await messages(address, hospital))[0]?.body ?? '';
}

/** Returns the code in that message. */
export async function nextCode(address: string, hospital: string, before = 0): Promise<string> {
  return codeIn(await nextMessage(address, hospital, before));
}

/** Reads the code on the demo mailbox page that the form leads to. */
export async function codeFromMailboxPage(page: Page, address: string): Promise<string> {
  const opened = page.context().waitForEvent('page');
  await page.getByRole('link', { name: 'Open demo mailbox' }).click();
  const mailbox = await opened;
  const message = mailbox.getByRole('listitem').filter({ hasText: address }).first();
  await expect(message).toBeVisible();
  const code = codeIn((await message.textContent()) ?? '');
  await mailbox.close();
  return code;
}
