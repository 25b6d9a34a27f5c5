import { z } from 'zod';
import { money } from '../administration/prices.schemas.ts';
import { visitKinds } from '../administration/visit-kind.ts';
import { id, instant, localizedText } from '../core/common.ts';
import type { RouteSchemas } from '../core/route.ts';

export const visitBill = z.strictObject({
  number: z.string(),
  issuedAt: instant,
  kind: z.enum(visitKinds),
  /** When the doctor admitted the patient. */
  visitAt: instant,
  price: money,
  hospital: localizedText,
  department: localizedText,
  doctor: z.strictObject({ name: z.string(), nameLatin: z.string(), title: localizedText }),
  patient: z.strictObject({ name: z.string(), nameLatin: z.string() }),
  /** `invalid`: the row differs from the signed text. */
  signature: z.enum(['valid', 'invalid']),
  /** SHA-256 of the signed text. */
  fingerprint: z.string(),
  /** The signed text: number, visit and amount, without the patient. */
  jws: z.string(),
});
export type VisitBill = z.output<typeof visitBill>;

export const billsSchemas = {
  readVisitBill: {
    summary: 'Get the bill of your completed visit; null where the hospital had no price',
    params: z.strictObject({ visitId: id }),
    response: z.strictObject({ bill: visitBill.nullable() }),
  },
} satisfies RouteSchemas;
