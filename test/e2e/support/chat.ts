import type { Locator, Page } from '@playwright/test';
import { expect } from './expect.ts';

export const panel = (page: Page): Locator => page.getByTestId('chat-panel');

/** Opens the chat: with the call’s button, or as a tab of the bench. */
export async function openChat(page: Page): Promise<void> {
  const tab = page.getByRole('tab', { name: /^(Chat|聊天)/ });
  if (await tab.isVisible()) await tab.click();
  else await page.getByTestId('call-chat').click();
  await expect(panel(page).getByTestId('chat-text')).toBeVisible();
}

export async function write(page: Page, text: string): Promise<void> {
  await panel(page).getByTestId('chat-text').fill(text);
  await panel(page).getByTestId('chat-send').click();
}

/** Returns the acknowledged messages on the page in order, with sequence, id and text. */
export async function messages(page: Page): Promise<{ sequence: number; id: string; text: string }[]> {
  return panel(page)
    .getByTestId('chat-message')
    .evaluateAll((elements) =>
      elements.map((element) => ({
        sequence: Number(element.getAttribute('data-sequence')),
        id: element.getAttribute('data-message-id') ?? '',
        text: element.querySelector('p')?.textContent?.trim() ?? '',
      })),
    );
}

/** Waits until the page shows exactly these texts and no message is pending. */
export async function expectTexts(page: Page, texts: readonly string[]): Promise<void> {
  await expect.poll(async () => (await messages(page)).map(({ text }) => text), { timeout: 45_000 }).toEqual(texts);
  await expect(panel(page).getByTestId('chat-outgoing')).toHaveCount(0);
}
