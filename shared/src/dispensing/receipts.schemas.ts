import { z } from 'zod';
import { decimal, id, instant, localizedText } from '../core/common.ts';
import { dispenseReceipt } from '../prescribing/dispensing-state.schemas.ts';
import { prescriptionParams } from '../prescribing/prescribing.schemas.ts';
import type { RouteSchemas } from '../core/route.ts';

/** A receipt as printed: what was dispensed, for which prescription, and what remained. */
export const signedReceipt = z.strictObject({
  receipt: dispenseReceipt,
  hospital: localizedText,
  /** The hospital’s time zone, for times on the paper. */
  timeZone: z.string(),
  prescription: z.strictObject({
    id,
    number: z.string(),
    doctor: z.string(),
    doctorLatin: z.string(),
    issuedAt: instant,
    validUntil: instant,
  }),
  patient: z.strictObject({ name: z.string(), nameLatin: z.string() }),
  /** Every line of the prescription after this receipt; amounts in `unit`. */
  items: z.array(
    z.strictObject({
      itemId: id,
      productName: localizedText,
      strength: z.string(),
      instruction: localizedText,
      unit: z.string(),
      remaining: decimal,
    }),
  ),
  /** Whether the hospital’s signature is valid for exactly this receipt; verified on each read. */
  signature: z.enum(['valid', 'invalid']),
  /** SHA-256 of the signed record, in hexadecimal. */
  fingerprint: z.string(),
  /** The hospital’s signature over the receipt (compact JWS). */
  jws: z.string(),
});
export type SignedReceipt = z.output<typeof signedReceipt>;

export const receiptsSchemas = {
  readReceipt: {
    summary: 'Get the signed receipt of one dispensing, for the pharmacy that dispensed it',
    params: z.strictObject({ dispenseId: id }),
    response: signedReceipt,
  },
  readPrescriptionReceipt: {
    summary: 'Get the receipt of one dispensing, for those who may read the prescription',
    params: z.strictObject({ ...prescriptionParams.shape, dispenseId: id }),
    response: signedReceipt,
  },
} satisfies RouteSchemas;
