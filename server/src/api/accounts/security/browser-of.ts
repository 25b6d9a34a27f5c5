import Bowser from 'bowser';
import type { OwnSession } from '@yunzhen/shared/accounts/account-security.contract';

const devices = { desktop: 'computer', mobile: 'phone', tablet: 'tablet' } as const;
const isKnown = (type: string | undefined): type is keyof typeof devices => type !== undefined && type in devices;

/** Returns device, browser and system from a user agent; null for what it does not say. */
export function browserOf(userAgent: string | null): Pick<OwnSession, 'device' | 'browser' | 'system'> {
  if (!userAgent) return { device: 'unknown', browser: null, system: null };
  const { browser, os, platform } = Bowser.parse(userAgent);
  return {
    device: isKnown(platform.type) ? devices[platform.type] : 'unknown',
    browser: browser.name || null,
    system: os.name || null,
  };
}
