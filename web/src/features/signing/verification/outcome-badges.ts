import type { VerificationResult } from '@yunzhen/shared/signing/verification.contract';

export type Outcome = VerificationResult['outcome'];
export type Tone = 'success' | 'warning' | 'error';

/** How an outcome looks: only what may be dispensed without a further question is green. */
export const outcomeBadges: Record<Outcome, { icon: string; tone: Tone }> = {
  genuine: { icon: 'i-lucide-badge-check', tone: 'success' },
  altered: { icon: 'i-lucide-octagon-x', tone: 'error' },
  pending: { icon: 'i-lucide-hourglass', tone: 'warning' },
  rejected: { icon: 'i-lucide-undo-2', tone: 'error' },
  cancelled: { icon: 'i-lucide-ban', tone: 'error' },
  expired: { icon: 'i-lucide-calendar-x', tone: 'warning' },
  used: { icon: 'i-lucide-package-check', tone: 'warning' },
  'with-dispenser': { icon: 'i-lucide-store', tone: 'warning' },
  'partly-used': { icon: 'i-lucide-package-open', tone: 'warning' },
  unknown: { icon: 'i-lucide-circle-help', tone: 'error' },
};

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

/** The text for why a document is called altered; a reason that this page does not know yet has a general one. */
export function reasonKey(reason: string): (typeof reasons)[keyof typeof reasons] | 'other' {
  return Object.hasOwn(reasons, reason) ? reasons[reason as keyof typeof reasons] : 'other';
}
