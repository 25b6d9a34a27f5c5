import { z } from 'zod';
import { decimal, id, instant, localizedText, positiveDecimal } from '../core/common.ts';

/** What was dispensed of one line at one time. */
export const dispensedLine = z.strictObject({
  itemId: id,
  /** In `unit`, the dispensable unit of the dispensed product. */
  quantity: positiveDecimal,
  unit: z.string(),
  productName: localizedText,
  strength: z.string(),
  form: localizedText,
  /** Another product of the same ingredient and strength was dispensed instead of the prescribed one. */
  substituted: z.boolean(),
  /** Brand, manufacturer, batch, as the pharmacy notes it. */
  note: z.string(),
});
export type DispensedLine = z.output<typeof dispensedLine>;

/** One dispense of medicines, with its receipt number. */
export const dispenseReceipt = z.strictObject({
  id,
  number: z.string(),
  at: instant,
  pharmacy: localizedText,
  by: z.string(),
  lines: z.array(dispensedLine),
});
export type DispenseReceipt = z.output<typeof dispenseReceipt>;

/** The doctor’s request to withdraw a prescription that a pharmacy has claimed, and the pharmacy’s answer. */
export const cancellationRequest = z.strictObject({
  status: z.enum(['asked', 'agreed', 'declined']),
  reason: z.string(),
  askedAt: instant,
  answeredAt: instant.nullable(),
  note: z.string(),
});
export type CancellationRequest = z.output<typeof cancellationRequest>;

/** The state of dispensing a prescription, for everyone who may read it. */
export const dispensingSummary = z.strictObject({
  /** The pharmacy with the present claim, which excludes others. */
  heldBy: z.strictObject({ pharmacy: localizedText, since: instant }).nullable(),
  /** For each line, in its own unit. */
  lines: z.array(
    z.strictObject({ itemId: id, prescribed: decimal, dispensed: decimal, remaining: decimal, unit: z.string() }),
  ),
  dispenses: z.array(dispenseReceipt),
  cancellation: cancellationRequest.nullable(),
});
export type DispensingSummary = z.output<typeof dispensingSummary>;
