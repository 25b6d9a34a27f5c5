import { z } from 'zod';
import { decimal, id, instant, localizedText, positiveDecimal } from '../core/common.ts';

/** What of one line was handed out at one time. */
export const dispensedLine = z.strictObject({
  itemId: id,
  /** In `unit`, the dispensable unit of what was handed out. */
  quantity: positiveDecimal,
  unit: z.string(),
  productName: localizedText,
  strength: z.string(),
  form: localizedText,
  /** Another product of the same ingredient and strength was handed out in place of the prescribed one. */
  substituted: z.boolean(),
  /** Brand, maker, batch, as the pharmacy notes it. */
  note: z.string(),
});
export type DispensedLine = z.output<typeof dispensedLine>;

/** One handing out of medicines, with the number of its receipt. */
export const dispenseReceipt = z.strictObject({
  id,
  number: z.string(),
  at: instant,
  pharmacy: localizedText,
  by: z.string(),
  lines: z.array(dispensedLine),
});
export type DispenseReceipt = z.output<typeof dispenseReceipt>;

/** The doctor’s request to withdraw what a pharmacy holds, and its answer. */
export const cancellationRequest = z.strictObject({
  status: z.enum(['asked', 'agreed', 'declined']),
  reason: z.string(),
  askedAt: instant,
  answeredAt: instant.nullable(),
  note: z.string(),
});
export type CancellationRequest = z.output<typeof cancellationRequest>;

/** How far the dispensing of a prescription has come, for all who may read it. */
export const dispensingSummary = z.strictObject({
  /** The pharmacy that has it in hand now; nobody else can dispense it meanwhile. */
  heldBy: z.strictObject({ pharmacy: localizedText, since: instant }).nullable(),
  /** For each line, in its own unit. */
  lines: z.array(
    z.strictObject({ itemId: id, prescribed: decimal, dispensed: decimal, remaining: decimal, unit: z.string() }),
  ),
  dispenses: z.array(dispenseReceipt),
  cancellation: cancellationRequest.nullable(),
});
export type DispensingSummary = z.output<typeof dispensingSummary>;
