import { z } from 'zod';
import { dangerItems } from '../intake/danger-page/danger-answer.schemas.ts';
import { redFlagIds } from '../intake/danger-signs/red-flag-rules.ts';
import { id, instant } from '../core/common.ts';
import type { RouteSchemas } from '../core/route.ts';

/** What the page precedes: a visit that is not checked in, or a request for a repeat prescription. */
const about = z.union([z.strictObject({ visitId: id }), z.strictObject({ prescriptionId: id })]);
export type DangerPageAbout = z.output<typeof about>;

/** What the last answer permits. */
const state = z.strictObject({
  at: instant,
  /** Until when this answer allows entering the queue or sending the request. */
  validUntil: instant,
  /** Danger signs named by ticks so far. */
  flags: z.array(z.enum(redFlagIds)),
});

export const dangerPageSchemas = {
  readDangerPage: {
    summary:
      'The danger signs that the patient is asked about before a visit or a repeat request, and the valid answer',
    query: z
      .strictObject({ visitId: id.optional(), prescriptionId: id.optional() })
      .refine(({ visitId, prescriptionId }) => (visitId === undefined) !== (prescriptionId === undefined), {
        error: 'one-of',
      }),
    response: z.strictObject({ page: z.int().min(1), shown: dangerItems, answer: state.nullable() }),
  },
  answerDangerPage: {
    summary: 'Answer the page of danger signs: the items ticked, or none of these',
    body: z.strictObject({
      about,
      page: z.int().min(1),
      shown: dangerItems.min(1),
      answer: z.union([z.literal('none'), dangerItems.min(1)]),
    }),
    response: state,
    rateLimit: 30,
  },
} satisfies RouteSchemas;
