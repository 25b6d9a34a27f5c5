import { z } from 'zod';
import { date, id, message, text } from '../core/common.ts';

/** Where the condition was diagnosed before: a visit in this hospital, or another institution whose pages the patient uploads. */
export const priorEvidence = z.discriminatedUnion('source', [
  z.strictObject({ source: z.literal('here'), visitId: id }),
  z.strictObject({ source: z.literal('outside'), institution: text(200, 1), diagnosedOn: date }),
]);
export type PriorEvidence = z.output<typeof priorEvidence>;

/** The same while it is being typed. */
export const priorEvidenceDraft = z.strictObject({
  /** `none`: the patient has no record at hand. */
  source: z.enum(['here', 'outside', 'none']),
  visitId: id.nullable(),
  institution: message(200),
  diagnosedOn: date.nullable(),
});
export type PriorEvidenceDraft = z.output<typeof priorEvidenceDraft>;
