import { z } from 'zod';
import { decimal, id, instant, localizedText, positiveDecimal } from '../core/common.ts';

/** A dispensed pack: brand and manufacturer, batch, and expiry as printed, a month (`2027-05`) or a day. */
export const dispensedPack = z.strictObject({ brand: z.string(), batch: z.string(), expires: z.string() });
export type DispensedPack = z.output<typeof dispensedPack>;

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
  /** Brand, manufacturer, batch and expiry in one text, as signed. */
  note: z.string(),
  /** The same in parts; null in receipts from before they were asked for. */
  pack: dispensedPack.nullable(),
});
export type DispensedLine = z.output<typeof dispensedLine>;

export const correctionReasons = ['quantity', 'product', 'pack', 'other'] as const;

/** What was really dispensed, added to a receipt that is wrong. The last correction counts. */
export const dispenseCorrection = z.strictObject({
  id,
  at: instant,
  by: z.string(),
  /** The name in Latin letters; empty when there is none. */
  byLatin: z.string(),
  reason: z.enum(correctionReasons),
  text: z.string(),
  /** Every line of the receipt; zero where nothing was dispensed. */
  lines: z.array(dispensedLine.extend({ quantity: decimal })),
});
export type DispenseCorrection = z.output<typeof dispenseCorrection>;
export type CorrectedLine = DispenseCorrection['lines'][number];

/** One dispense of medicines, with its receipt number. */
export const dispenseReceipt = z.strictObject({
  id,
  number: z.string(),
  at: instant,
  pharmacy: localizedText,
  by: z.string(),
  /** The dispenser’s name in Latin letters; empty when there is none. */
  byLatin: z.string(),
  /** As signed; corrections do not change them. */
  lines: z.array(dispensedLine),
  corrections: z.array(dispenseCorrection),
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
