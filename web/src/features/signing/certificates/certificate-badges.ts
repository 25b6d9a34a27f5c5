import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import type { PractitionerCertificate } from '@yunzhen/shared/signing/certificates.contract';
import type { Component } from 'vue';
import IconBadgeCheck from '~icons/lucide/badge-check';
import IconBan from '~icons/lucide/ban';
import IconCalendarX from '~icons/lucide/calendar-x';
import IconRepeat from '~icons/lucide/repeat';

type State = PractitionerCertificate['state'];

/** A certificate that ends within this time is renewed automatically in one of the next nights. */
const endingWithinMs = 30 * DAY_MS;

export const stateBadges = {
  'in-force': { icon: IconBadgeCheck, color: 'success' },
  renewed: { icon: IconRepeat, color: 'neutral' },
  expired: { icon: IconCalendarX, color: 'neutral' },
  revoked: { icon: IconBan, color: 'error' },
} as const satisfies Record<State, { icon: Component; color: string }>;

/** Returns whether it still signs, but ends soon. */
export function endsSoon({ state, notAfter }: PractitionerCertificate, now: number): boolean {
  return state === 'in-force' && Date.parse(notAfter) - now < endingWithinMs;
}

/** Formats a serial number in groups of four, as people compare it. */
export function serialGroups(serial: string): string {
  return serial.match(/.{1,4}/g)?.join(' ') ?? serial;
}
