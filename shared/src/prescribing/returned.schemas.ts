import { z } from 'zod';
import { id, instant, localizedText, text } from '../core/common.ts';
import { followUpKinds } from './prescribing.constants.ts';

/** What the doctor did about a returned prescription. */
export const returnFollowUp = z.strictObject({
  kind: z.enum(followUpKinds),
  /** Why no prescription is needed; empty for other kinds. */
  reason: z.string(),
  at: instant,
});

export const returnedPrescription = z.strictObject({
  id,
  number: z.string(),
  visitId: id,
  decidedAt: instant,
  medicines: z.array(localizedText),
});
export type ReturnedPrescription = z.output<typeof returnedPrescription>;

export const noneNeeded = z.strictObject({ reason: text(300, 1) });
