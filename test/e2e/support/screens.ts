import type { Page } from '@playwright/test';

export const screens = {
  phone: { width: 390, height: 844 },
  wide: { width: 1440, height: 900 },
} as const;
export type Device = keyof typeof screens;

/** Switches the page to another device without a reload: its size and its pointer (finger or mouse). */
export async function switchDevice(page: Page, device: Device): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: device === 'phone', maxTouchPoints: 1 });
  await devtools.detach();
  await page.setViewportSize(screens[device]);
  await page.waitForFunction((width) => innerWidth === width, screens[device].width);
}
