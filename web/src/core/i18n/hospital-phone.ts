import { readonly, shallowRef } from 'vue';
import type { ErrorCode } from '@yunzhen/shared/core/errors';

const phone = shallowRef<string>();

/** The telephone number of the reader’s hospital; undefined where it has set none, and before sign-in. */
export const hospitalPhone = readonly(phone);

export function setHospitalPhone(number: string | null | undefined): void {
  phone.value = number ?? undefined;
}

/** Errors whose text asks the reader to call the hospital. */
export const callCodes: ReadonlySet<ErrorCode | 'offline'> = new Set([
  'account.channel-missing',
  'account.text-messages-used-up',
  'appointment.too-many-changes',
  'auth.forbidden',
  'dispensing.altered',
  'dispensing.pharmacy-withdrawn',
  'family.full',
  'identity.no-service',
  'identity.other-person',
  'identity.taken',
  'internal',
]);
