import type { VerificationResult } from '@yunzhen/shared/signing/verification.contract';
import type { Component } from 'vue';
import IconBadgeCheck from '~icons/lucide/badge-check';
import IconBan from '~icons/lucide/ban';
import IconCalendarX from '~icons/lucide/calendar-x';
import IconCircleHelp from '~icons/lucide/circle-help';
import IconHourglass from '~icons/lucide/hourglass';
import IconOctagonX from '~icons/lucide/octagon-x';
import IconPackageCheck from '~icons/lucide/package-check';
import IconPackageOpen from '~icons/lucide/package-open';
import IconStore from '~icons/lucide/store';
import IconUndo2 from '~icons/lucide/undo-2';

export type Outcome = VerificationResult['outcome'];
export type Tone = 'success' | 'warning' | 'error';

/** Badge of each outcome: only what may be dispensed without further questions is green. */
export const outcomeBadges: Record<Outcome, { icon: Component; tone: Tone }> = {
  genuine: { icon: IconBadgeCheck, tone: 'success' },
  altered: { icon: IconOctagonX, tone: 'error' },
  pending: { icon: IconHourglass, tone: 'warning' },
  rejected: { icon: IconUndo2, tone: 'error' },
  cancelled: { icon: IconBan, tone: 'error' },
  expired: { icon: IconCalendarX, tone: 'warning' },
  used: { icon: IconPackageCheck, tone: 'warning' },
  'with-dispenser': { icon: IconStore, tone: 'warning' },
  'partly-used': { icon: IconPackageOpen, tone: 'warning' },
  unknown: { icon: IconCircleHelp, tone: 'error' },
};

/** Outcomes, also of documents, whose text asks the reader to contact the hospital. */
export const callsHospital: ReadonlySet<Outcome> = new Set(['altered', 'partly-used', 'unknown']);

const reasons = {
  'digest-mismatch': 'changed',
  'record-differs': 'recordDiffers',
  'not-on-record': 'offRecord',
  'doctor-signature': 'doctorSignature',
  'pharmacist-signature': 'pharmacistSignature',
  'no-signature': 'unsigned',
  'signature-mismatch': 'signature',
  'several-signatures': 'added',
  'appended-bytes': 'added',
  'incremental-update': 'added',
  'foreign-certificate': 'added',
  'bytes-outside-signature': 'added',
  truncated: 'cut',
  'unknown-authority': 'signer',
  'not-for-signing': 'signer',
  'not-yet-valid': 'signer',
  expired: 'ended',
  revoked: 'withdrawn',
  'time-stamp': 'timeStamp',
  'unknown-time-authority': 'timeStamp',
} as const satisfies Record<string, string>;

/** Returns the text key of why a document counts as altered; an unknown reason has a general one. */
export function reasonKey(reason: string): (typeof reasons)[keyof typeof reasons] | 'other' {
  return Object.hasOwn(reasons, reason) ? reasons[reason as keyof typeof reasons] : 'other';
}
